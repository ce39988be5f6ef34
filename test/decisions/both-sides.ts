import { comparisonsOf, isVariable } from '@pasarela/schema/access/conditions/condition';
import { rankOf } from '@pasarela/schema/access/levels';
import type { Cap } from '@pasarela/schema/access/rule';
import { capMatches } from '@pasarela/schema/access/rule-match';
import { isRowRule, reachedBy, rowsReachedBy } from '@pasarela/schema/access/rule-set';
import { subjectOf } from './decide-row';
import { type DecisionRow, isFieldRow } from './read-decisions';
import type { ShippedRules } from './shipped-rules';

/** The rows that show a cap from both sides, and of a conditional one what it does where nothing is known. */
export interface SidesOfCap {
  readonly limits: readonly DecisionRow[];
  readonly leavesAlone: readonly DecisionRow[];
  /** Only for caps that read a record: it limits by what is known, by what is not, and spares by what is. */
  readonly limitsTheKnown: readonly DecisionRow[];
  readonly limitsTheUnknown: readonly DecisionRow[];
  readonly spares: readonly DecisionRow[];
}

/** Whether a cap reaches a field or a type of records at all. */
export function reachesAnything(cap: Cap, { ruleSet: { labels } }: ShippedRules): boolean {
  return (isRowRule(cap) ? rowsReachedBy(cap, labels) : reachedBy(cap, labels)).length > 0;
}

/** The attributes of a record that a cap's condition reads. */
export const attributesOf = ({ when, unless }: Cap): readonly string[] => {
  const condition = when ?? unless;
  return condition
    ? comparisonsOf(condition)
        .map(({ subject }) => subject)
        .filter((name) => !isVariable(name))
    : [];
};

/** The rows that speak of a cap. */
export function sidesOf(cap: Cap, rows: readonly DecisionRow[], rules: ShippedRules): SidesOfCap {
  const limits = rows.filter(({ rule }) => rule === cap.id);
  const leavesAlone = rows.filter((row) => isLeftAlone(row, cap, rules));
  const ofRecords = limits.filter(({ record }) => record !== undefined);
  return {
    limits,
    leavesAlone,
    limitsTheKnown: ofRecords.filter((row) => knows(row, attributesOf(cap))),
    limitsTheUnknown: ofRecords.filter((row) => !knows(row, attributesOf(cap))),
    spares: leavesAlone.filter((row) => row.record !== undefined && isFor(cap, row, rules)),
  };
}

/** Reached by the cap, and shown more than the cap would leave. */
function isLeftAlone(row: DecisionRow, cap: Cap, { ruleSet }: ShippedRules): boolean {
  if (!isFieldRow(row)) return row.exists && (ruleSet.rowCaps.get(row.rows)?.some(({ id }) => id === cap.id) ?? false);
  const kind = ruleSet.labels.fields.get(row.field)?.kind ?? 'other';
  const reached = ruleSet.caps.get(row.field)?.some(({ id }) => id === cap.id) ?? false;
  return reached && (rankOf(kind, row.level) ?? 0) > (rankOf(kind, cap.level) ?? 0);
}

/** Whether the cap is about this requester and purpose, so that only the record makes the difference. */
function isFor(cap: Cap, row: DecisionRow, { ruleSet }: ShippedRules): boolean {
  const owner = isFieldRow(row)
    ? ruleSet.labels.fields.get(row.field)?.owner
    : ruleSet.labels.records.get(row.rows)?.owner;
  return capMatches(cap, { ...subjectOf(row), owner }, ruleSet);
}

/** An `$or` is decided by one part that holds: a record knows enough when nothing that it states is null. */
function knows({ record }: DecisionRow, attributes: readonly string[]): boolean {
  const values = attributes.map((name) => record?.[name]);
  return values.every((value) => value !== undefined && value !== null && !(value as unknown[]).includes?.(null));
}
