import type { AttributeLabel, RecordLabel } from '../../labels/label';
import {
  type Comparison,
  type Condition,
  type ConditionValue,
  comparisonsOf,
  DAYS_AGO,
  isVariable,
  REQUEST_VARIABLES,
} from './condition';

/** Whether a rule names its types, or reaches them by a tag: then an attribute that one lacks is unknown there. */
export type Reach = 'named' | 'tagged';

/** Why a condition cannot be decided on a record type; undefined when it can. */
export function conditionFault(
  condition: Condition,
  record: RecordLabel | undefined,
  reach: Reach,
): string | undefined {
  for (const comparison of comparisonsOf(condition)) {
    const cause = requestFault(comparison) ?? attributeFault(comparison, record, reach);
    if (cause) return cause;
  }
  return undefined;
}

/** The attributes that a condition reads of a record type, as far as the type has them. */
export const attributesRead = (condition: Condition, record: RecordLabel | undefined): AttributeLabel[] =>
  comparisonsOf(condition).flatMap(({ subject }) => record?.attributes.get(subject) ?? []);

const known = (name: string): boolean => (REQUEST_VARIABLES as readonly string[]).includes(name) || DAYS_AGO.test(name);

function requestFault({ subject, operator, operands }: Comparison): string | undefined {
  const unknown = [subject, ...operands].filter(isVariable).find((name) => !known(name));
  if (unknown) return `${unknown} is none of ${REQUEST_VARIABLES.join(', ')}, $daysAgo.N`;
  if (operator !== 'in' && [subject, ...operands].some(hasNoOrder))
    return 'roles and true or false have no order: use $in or $eq';
  return isVariable(subject) ? misfitOf(subject, typeOf(subject), operands) : undefined;
}

const hasNoOrder = (value: ConditionValue): boolean => value === '$requester.roles' || typeOf(value) === 'boolean';
/** Every variable is a text but one. */
const typeOf = (value: ConditionValue): string => (value === '$caseGiven' ? 'boolean' : typeof value);

/** INVARIANT: a comparison that could never be true is a mistake, and a cap with it would limit nothing. */
function misfitOf(subject: string, type: string, operands: readonly ConditionValue[]): string | undefined {
  const misfit = operands.find((operand) => typeOf(operand) !== type);
  return misfit === undefined ? undefined : `${subject} is a ${type.toUpperCase()}, which ${String(misfit)} is not`;
}

function attributeFault(
  { subject, operator, operands }: Comparison,
  record: RecordLabel | undefined,
  reach: Reach,
): string | undefined {
  if (isVariable(subject)) return undefined;
  const attribute = record?.attributes.get(subject);
  if (!attribute && reach === 'tagged') return undefined;
  if (!attribute) return `${record?.type ?? 'the type'} has no attribute ${subject}${attributesOf(record)}`;
  if (operator !== 'in' && (attribute.list || attribute.type === 'BOOLEAN'))
    return `${subject} has no order: use $eq or $in`;
  return misfitOf(subject, attribute.type.toLowerCase(), operands);
}

const attributesOf = (record: RecordLabel | undefined): string =>
  record && record.attributes.size > 0 ? `; it has ${[...record.attributes.keys()].join(', ')}` : '';
