import type { RecordLabel } from '../labels/label';
import { RecordTest } from './conditions/record-test';
import type { DecisionSubject } from './decision-subject';
import { NOT_GRANTED_BY_CONTRIBUTOR } from './joint-rules';
import { type ProfileRules, profileRules } from './profile-rules';
import type { Cap } from './rule';
import type { RuleSet } from './rule-set';

/** Which rows of a type exist for a requester, whatever they select. */
export interface RowDecision {
  /** The row rules that hide some rows, or all. */
  readonly caps: readonly Cap[];
  /** The records that exist: a filter for the store, and a test of one record. */
  readonly exist: RecordTest;
  /** The rule that hides every row, if one does. */
  readonly hidesAll: Cap | undefined;
}

const ALL_EXIST: RowDecision = { caps: [], exist: RecordTest.ALWAYS, hidesAll: undefined };

const sparedBy = (cap: Cap, record: RecordLabel, profile: ProfileRules): RecordTest =>
  cap === NOT_GRANTED_BY_CONTRIBUTOR ? profile.grantedByContributor(record) : profile.sparedBy(cap, record);

/** Decides the rows of a type. A row exists when every matching row rule spares it. */
export function decideRows(ruleSet: RuleSet, subject: DecisionSubject, type: string): RowDecision {
  const record = ruleSet.labels.records.get(type);
  if (!record) return ALL_EXIST;
  const profile = profileRules(ruleSet, subject);
  const rules = (ruleSet.rowCaps.get(type) ?? [])
    .filter((cap) => profile.capMatches(cap, record.owner))
    .map((cap) => ({ cap, spares: sparedBy(cap, record, profile) }))
    .filter(({ spares }) => spares.settled !== true);
  if (rules.length === 0) return ALL_EXIST;
  return {
    caps: rules.map(({ cap }) => cap),
    exist: RecordTest.all(rules.map(({ spares }) => spares)),
    hidesAll: rules.find(({ spares }) => spares.settled === false)?.cap,
  };
}
