import { NONE } from '@pasarela/schema/access/levels';
import { decideRow } from './decide-row';
import { type DecisionRow, isFieldRow } from './read-decisions';
import type { ShippedRules } from './shipped-rules';

/** Expects a row to be decided as it states: level or existence, the cap that limits, and what may be less. */
export function expectRow(row: DecisionRow, rules: ShippedRules): void {
  const { agreements, ...outcome } = decideRow(row, rules);
  if (!isFieldRow(row)) {
    expect(outcome).toEqual({ exists: row.exists, rule: row.rule, mayBeLess: [] });
    return;
  }
  expect(outcome).toEqual({ level: row.level, rule: row.rule, mayBeLess: row.mayBeLess ?? [] });
  if (row.agreement) expect(agreements).toContain(row.agreement);
  if (row.level === NONE && !row.record) expect(agreements).toEqual([]);
}
