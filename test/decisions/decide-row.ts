import { type Decision, levelOn } from '@pasarela/schema/access/decide';
import { Decider } from '@pasarela/schema/access/decider';
import type { DecisionSubject } from '@pasarela/schema/access/decision-subject';
import { NOT_GRANTED_BY_CONTRIBUTOR } from '@pasarela/schema/access/joint-rules';
import { levelAt, topRank } from '@pasarela/schema/access/levels';
import type { Agreement, Cap, Grant } from '@pasarela/schema/access/rule';
import { indexRules, type RuleSet } from '@pasarela/schema/access/rule-set';
import { type DecisionRow, type ExistenceRow, type FieldRow, isFieldRow } from './read-decisions';
import type { ShippedRules } from './shipped-rules';
import { storedRecord } from './stored-record';

/** What a row comes to: `level` of a field, or `exists` of a record, and the cap that limits. */
export interface RowOutcome {
  readonly level?: string;
  readonly exists?: boolean;
  readonly rule: string | undefined;
  /** The rules that show some records less; empty where a record is given. */
  readonly mayBeLess: readonly string[];
  readonly agreements: readonly string[];
}

/** Decides a row. @param leftOut a grant that is taken away first. */
export function decideRow(row: DecisionRow, rules: ShippedRules, leftOut?: string): RowOutcome {
  return isFieldRow(row) ? decideField(row, rules, leftOut) : decideExistence(row, rules.ruleSet);
}

/** Who asks, for what and when, in a row. */
export function subjectOf({ requester, purpose, at, caseReference }: DecisionRow): DecisionSubject {
  return { requester, purpose, at: at.getTime(), caseGiven: caseReference === true };
}

function decideField(row: FieldRow, rules: ShippedRules, leftOut?: string): RowOutcome {
  const ruleSet = changedFor(row, rules, leftOut);
  const decision = new Decider(ruleSet, subjectOf(row)).decide(row.field);
  const agreements = decision.agreements.map(({ id }) => id);
  if (!row.record)
    return { level: decision.level, rule: decision.cap?.id, mayBeLess: conditionalRules(decision), agreements };
  const stored = storedRecord(row.record, row.field.split('.')[0] as string, ruleSet.labels);
  return { level: levelOn(decision, stored), rule: capOn(decision, stored), mayBeLess: [], agreements };
}

function changedFor(row: FieldRow, { ruleSet, grants, caps }: ShippedRules, leftOut?: string): RuleSet {
  if (!row.evenIfGranted && leftOut === undefined) return ruleSet;
  const kept = [...grants.values()].filter(({ id }) => id !== leftOut);
  const all = row.evenIfGranted ? [...kept, grantOfEverything(row)] : kept;
  return indexRules({ ...ruleSet, rules: { grants: all, caps: [...caps.values()] } });
}

function conditionalRules({ conditional }: Decision): readonly string[] {
  return [
    ...(conditional?.caps.map(({ cap }) => cap.id) ?? []),
    ...(conditional?.grants.map(({ grant }) => grant.id) ?? []),
  ].sort();
}

/** The cap that gives a record its level: one whose condition holds there, or the one that holds everywhere. */
function capOn(decision: Decision, stored: object): string | undefined {
  const { conditional, label, cap } = decision;
  const kind = label?.kind ?? 'other';
  const shown = levelOn(decision, stored);
  const own = conditional?.caps.find(({ rank, spares }) => levelAt(kind, rank) === shown && !spares.holds(stored));
  return own && shown !== levelAt(kind, topRank(kind)) ? own.cap.id : cap?.id;
}

function decideExistence(row: ExistenceRow, ruleSet: RuleSet): RowOutcome {
  if (!ruleSet.labels.records.has(row.rows)) throw new Error(`${row.rows} is no type of records`);
  const stored = storedRecord(row.record, row.rows, ruleSet.labels);
  const { caps, exist } = new Decider(ruleSet, subjectOf(row)).rows(row.rows);
  const hiding = caps.find((cap) => hidesAlone(cap, row, { ruleSet, stored }));
  return { exists: exist.holds(stored), rule: hiding?.id, mayBeLess: [], agreements: [] };
}

/** Whether one row rule hides a record, were it the only rule besides what its contributor grants. */
function hidesAlone(cap: Cap, row: ExistenceRow, { ruleSet, stored }: { ruleSet: RuleSet; stored: object }): boolean {
  const existsUnder = (caps: readonly Cap[]): boolean => {
    const few = indexRules({ ...ruleSet, rules: { grants: ruleSet.rules.grants, caps } });
    return new Decider(few, subjectOf(row)).rows(row.rows).exist.holds(stored);
  };
  if (cap === NOT_GRANTED_BY_CONTRIBUTOR) return !existsUnder([]);
  const written = ruleSet.rules.caps.filter(({ id }) => id === cap.id);
  return existsUnder([]) && !existsUnder(written);
}

const TEXT = { en: 'Everything', es: 'Todo' };
/** The careless agreement that guardrails are there for: everything, to everyone, for ever. */
const EVERYTHING: Agreement = {
  id: 'EVERYTHING',
  owner: 'ALL',
  title: TEXT,
  parties: [],
  legalGround: TEXT,
  from: Number.NEGATIVE_INFINITY,
  to: Number.POSITIVE_INFINITY,
  obligations: { deleteBy: 'P1D', passingOn: TEXT },
};

const grantOfEverything = ({ field, purpose }: FieldRow): Grant => ({
  id: 'EVERYTHING',
  agreement: EVERYTHING,
  coordinates: [field],
  audience: {},
  purposes: [purpose],
  level: 'full',
});
