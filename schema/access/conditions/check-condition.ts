import { PURPOSES, ROLES } from '../../identity/purposes';
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
  const text = operator !== 'in' && operands.find((operand) => typeof operand === 'string' && !isDay(operand));
  if (text) return `${text} is no day: $gte and $lte compare numbers, and dates with a whole day (2026-01-15)`;
  return isVariable(subject)
    ? (misfitOf(subject, typeOf(subject), operands) ?? strangerOf(subject, operands))
    : undefined;
}

/** What a variable of the request can be; parties and agencies are checked where they are known. */
const NAMES: Readonly<Record<string, readonly string[]>> = { $purpose: PURPOSES, '$requester.roles': ROLES };

function strangerOf(subject: string, operands: readonly ConditionValue[]): string | undefined {
  const names = NAMES[subject];
  const stranger = names && operands.find((operand) => !isVariable(operand) && !names.includes(String(operand)));
  return stranger === undefined ? undefined : `${String(stranger)} is none of ${names?.join(', ')}`;
}

const isDay = (operand: string): boolean =>
  operand === '$today' || DAYS_AGO.test(operand) || /^\d{4}-\d{2}-\d{2}$/.test(operand);

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
  return misfitOf(subject, attribute.type.toLowerCase(), operands) ?? unknownValueOf(attribute, operands);
}

/** INVARIANT: a value that the attribute can never have is a mistake, and a cap with it would limit nothing. */
function unknownValueOf({ name, values }: AttributeLabel, operands: readonly ConditionValue[]): string | undefined {
  const unknown = values && operands.find((operand) => !isVariable(operand) && !values.includes(String(operand)));
  return unknown === undefined ? undefined : `${String(unknown)} is no ${name}; it is one of ${values?.join(', ')}`;
}

const attributesOf = (record: RecordLabel | undefined): string =>
  record && record.attributes.size > 0 ? `; it has ${[...record.attributes.keys()].join(', ')}` : '';
