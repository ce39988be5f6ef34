import type { DecisionSubject } from '../access/decision-subject';
import type { AttributeLabel, RecordLabel } from '../labels/label';

/** True, false or unknown: undefined. */
export type Verdict = boolean | undefined;

/** A condition as a rule file writes it. */
export interface ConditionText {
  readonly [key: string]: unknown;
}

/** On what a condition is decided. */
export interface ModelInput {
  readonly subject: DecisionSubject;
  readonly label: RecordLabel;
  readonly record: object;
}

/** What a condition is on one record: written from the page of the rules alone, as a model for the filters. */
export function verdictOf(text: ConditionText, input: ModelInput): Verdict {
  return and(Object.entries(text).map(([key, given]) => verdictOfEntry(key, given, input)));
}

function verdictOfEntry(key: string, given: unknown, input: ModelInput): Verdict {
  if (key === '$and') return and((given as ConditionText[]).map((part) => verdictOf(part, input)));
  if (key === '$or') return or((given as ConditionText[]).map((part) => verdictOf(part, input)));
  const operators = given !== null && typeof given === 'object' ? given : { $eq: given };
  return and(Object.entries(operators).map(([operator, operand]) => compared(key, { operator, operand }, input)));
}

const and = (parts: readonly Verdict[]): Verdict =>
  parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
const or = (parts: readonly Verdict[]): Verdict =>
  parts.includes(true) ? true : parts.includes(undefined) ? undefined : false;

interface Comparison {
  readonly operator: string;
  readonly operand: unknown;
}

function compared(name: string, { operator, operand }: Comparison, { subject, label, record }: ModelInput): Verdict {
  const wanted = (Array.isArray(operand) ? operand : [operand]).flatMap((one) => valuesOf(one, subject));
  const holds = (value: unknown): Verdict => or(wanted.map((one) => comparedWith(operator, value, one)));
  if (name.startsWith('$')) return or(valuesOf(name, subject).map(holds));
  const attribute = label.attributes.get(name);
  return attribute && verdictOfValue(storedAt(attribute.path, record), attribute, holds);
}

/** A date known less exactly than the day that it is compared with, and beginning like it, could lie on either side. */
function comparedWith(operator: string, value: unknown, operand: unknown): Verdict {
  const isLessExact = operand !== value && typeof value === 'string' && String(operand).startsWith(value);
  const isNoDate = typeof value === 'string' && !/^\d{4}(-\d\d(-\d\d)?)?$/.test(value);
  if ((isLessExact || isNoDate) && (operator === '$gte' || operator === '$lte')) return undefined;
  return COMPARE[operator]?.(value as never, operand as never);
}

const COMPARE: Readonly<Record<string, (value: never, operand: never) => boolean>> = {
  $eq: (value, operand) => value === operand,
  $in: (value, operand) => value === operand,
  $gte: (value, operand) => value >= operand,
  $lte: (value, operand) => value <= operand,
};

/** A list equals what it holds; one value where a list should be is unknown. */
function verdictOfValue(value: unknown, { type, list }: AttributeLabel, holds: (value: unknown) => Verdict): Verdict {
  const verdictOfOne = (one: unknown): Verdict => (typeof one === type.toLowerCase() ? holds(one) : undefined);
  if (!list) return verdictOfOne(value);
  return Array.isArray(value) ? or(value.map(verdictOfOne)) : undefined;
}

/** What stands at a dotted path of objects; missing behind anything else, a list too. */
function storedAt(path: string, record: object): unknown {
  return path.split('.').reduce<unknown>((holder, name) => {
    const isObject = holder !== null && typeof holder === 'object' && !Array.isArray(holder);
    return isObject ? (holder as ConditionText)[name] : undefined;
  }, record);
}

/** What a variable of the request stands for; any other value is itself. */
function valuesOf(operand: unknown, { requester, purpose, at, caseGiven }: DecisionSubject): readonly unknown[] {
  if (operand === '$requester.party') return [requester.party];
  if (operand === '$requester.agency') return [requester.agency];
  if (operand === '$requester.roles') return requester.roles;
  if (operand === '$purpose') return [purpose];
  if (operand === '$caseGiven') return [caseGiven ?? false];
  if (operand === '$today') return [new Date(at).toISOString().slice(0, 10)];
  const daysAgo = typeof operand === 'string' && operand.match(/^\$daysAgo\.(\d+)$/);
  if (!daysAgo) return [operand];
  const day = new Date(at);
  day.setUTCDate(day.getUTCDate() - Number(daysAgo[1]));
  return [day.toISOString().slice(0, 10)];
}
