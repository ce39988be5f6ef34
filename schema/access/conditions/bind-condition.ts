import type { AttributeLabel, RecordLabel } from '../../labels/label';
import type { DecisionSubject } from '../decision-subject';
import { type Comparison, type Condition, type ConditionValue, DAYS_AGO, isVariable } from './condition';

/** A condition of which everything about the request is settled; what is left reads the record alone. */
export type BoundCondition =
  | { readonly kind: 'true' | 'false' | 'unknown' }
  | {
      readonly kind: 'comparison';
      readonly attribute: AttributeLabel;
      readonly operator: Comparison['operator'];
      readonly values: readonly ConditionValue[];
    }
  | { readonly kind: 'all' | 'any'; readonly of: readonly BoundCondition[] };

const TRUE: BoundCondition = { kind: 'true' };
const FALSE: BoundCondition = { kind: 'false' };
/** INVARIANT: an attribute that the record type does not have is unknown, never false. */
const UNKNOWN: BoundCondition = { kind: 'unknown' };

/** Settles what a condition says of the request, in three-valued logic. */
export function bindCondition(
  condition: Condition,
  subject: DecisionSubject,
  record: RecordLabel | undefined,
): BoundCondition {
  if (condition.kind === 'comparison') return bindComparison(condition, subject, record);
  const parts = condition.of.map((part) => bindCondition(part, subject, record));
  return condition.kind === 'all' ? combine('all', parts, FALSE, TRUE) : combine('any', parts, TRUE, FALSE);
}

/** One part decides alone, settled ones of the other kind fall away, and nothing left is settled too. */
function combine(
  kind: 'all' | 'any',
  parts: readonly BoundCondition[],
  deciding: BoundCondition,
  neutral: BoundCondition,
): BoundCondition {
  if (parts.some((part) => part.kind === deciding.kind)) return deciding;
  const open = parts.filter((part) => part.kind !== neutral.kind);
  if (open.length === 0) return neutral;
  if (open.every((part) => part.kind === 'unknown')) return UNKNOWN;
  return open.length === 1 ? (open[0] as BoundCondition) : { kind, of: open };
}

function bindComparison(
  { subject: name, operator, operands }: Comparison,
  subject: DecisionSubject,
  record: RecordLabel | undefined,
): BoundCondition {
  // INVARIANT: an agency that is not the requester's own party's is unknown, on either side of a comparison.
  if (subject.requester.agency === '' && [name, ...operands].includes('$requester.agency')) return UNKNOWN;
  const values = operands.flatMap((operand) => (isVariable(operand) ? valuesOf(operand, subject) : [operand]));
  if (isVariable(name)) return compareRequest(valuesOf(name, subject), operator, values);
  const attribute = record?.attributes.get(name);
  return attribute ? { kind: 'comparison', attribute, operator, values } : UNKNOWN;
}

function compareRequest(
  held: readonly ConditionValue[],
  operator: Comparison['operator'],
  values: readonly ConditionValue[],
): BoundCondition {
  const holds = held.some((one) => {
    if (operator === 'in') return values.includes(one);
    return values.some((other) => (operator === 'gte' ? one >= other : one <= other));
  });
  return holds ? TRUE : FALSE;
}

const DAY = 86_400_000;
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

function valuesOf(variable: string, { requester, purpose, at, caseGiven }: DecisionSubject): readonly ConditionValue[] {
  switch (variable) {
    case '$requester.party':
      return [requester.party];
    case '$requester.agency':
      return [requester.agency];
    case '$requester.roles':
      return requester.roles;
    case '$purpose':
      return [purpose];
    case '$caseGiven':
      return [caseGiven === true];
    case '$today':
      return [dayOf(at)];
    default:
      return [dayOf(at - Number(DAYS_AGO.exec(variable)?.[1]) * DAY)];
  }
}
