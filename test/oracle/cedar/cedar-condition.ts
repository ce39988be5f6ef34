import type { ConditionText } from '../cases/scenario';
import { allOf, anyOf, not, text } from './cedar-text';
import { beginningsOf, orderOf, type Tag } from './cedar-value';

/**
 * A condition in three-valued logic, which Cedar does not have: when it is true for sure and when it is false for
 * sure are two expressions of their own, and what is neither is unknown. The last two say that no record of the
 * type that a field brings can make it false, or true: the request alone settles it.
 */
export interface CedarCondition {
  readonly isTrue: string;
  readonly isFalse: string;
  readonly neverFalse: string;
  readonly neverTrue: string;
}

/** A condition's text as Cedar expressions. @param rows the type of whose records the last two speak. */
export function cedarCondition(condition: ConditionText, rows = 'resource.field.brought'): CedarCondition {
  const part = (text: ConditionText) => cedarCondition(text, rows);
  return all(
    Object.entries(condition).flatMap(([key, value]) => {
      if (key === '$and') return (value as ConditionText[]).map(part);
      if (key === '$or') return any((value as ConditionText[]).map(part));
      return operatorsOf(value).map(([operator, operand]) => comparison(key, operator, operand, rows));
    }),
  );
}

const all = (parts: readonly CedarCondition[]): CedarCondition => ({
  isTrue: allOf(parts.map(({ isTrue }) => isTrue)),
  isFalse: anyOf(parts.map(({ isFalse }) => isFalse)),
  neverFalse: allOf(parts.map(({ neverFalse }) => neverFalse)),
  neverTrue: anyOf(parts.map(({ neverTrue }) => neverTrue)),
});

const any = (parts: readonly CedarCondition[]): CedarCondition => ({
  isTrue: anyOf(parts.map(({ isTrue }) => isTrue)),
  isFalse: allOf(parts.map(({ isFalse }) => isFalse)),
  neverFalse: anyOf(parts.map(({ neverFalse }) => neverFalse)),
  neverTrue: allOf(parts.map(({ neverTrue }) => neverTrue)),
});

const operatorsOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [['$eq', value]];

function comparison(subject: string, operator: string, operand: unknown, rows: string): CedarCondition {
  const values = [operand].flat();
  const outcome =
    operator === '$eq' || operator === '$in'
      ? equality(subject, values)
      : order(subject, operator === '$gte' ? '>=' : '<=', values[0]);
  const known = allOf(values.filter(isVariable).map((name) => sourceOf(name).present));
  const isTrue = allOf([known, outcome.isTrue]);
  const isFalse = allOf([known, outcome.isFalse]);
  if (isVariable(subject)) return { isTrue, isFalse, neverFalse: not(isFalse), neverTrue: not(isTrue) };
  const unknownForAll = not(allOf([known, `${rows}.attributes.contains(${text(subject)})`]));
  return { isTrue, isFalse, neverFalse: unknownForAll, neverTrue: unknownForAll };
}

type Outcome = Pick<CedarCondition, 'isTrue' | 'isFalse'>;

/** A value is one of the operands, or a list holds one of them. */
function equality(subject: string, operands: readonly unknown[]): Outcome {
  const tag = tagOf(operands[0]);
  const { value, present } = sourceOf(subject);
  const single = allOf([present, `${value} has ${tag}`]);
  const list = allOf([present, `${value} has ${tag}s`]);
  const equal = anyOf(setsOf(operands, tag).map((set) => `${set}.contains(${value}.${tag})`));
  const holds = anyOf(setsOf(operands, tag).map((set) => `${set}.containsAny(${value}.${tag}s)`));
  return {
    isTrue: anyOf([allOf([single, equal]), allOf([list, holds])]),
    isFalse: anyOf([allOf([single, not(equal)]), allOf([list, `${value}.whole`, not(holds)])]),
  };
}

function order(subject: string, operator: '>=' | '<=', operand: unknown): Outcome {
  const measure = tagOf(operand) === 'number' ? 'number' : 'order';
  const { value, present } = sourceOf(subject);
  const comparable = allOf([present, `${value} has ${measure}`, ...asExactAs(value, operand)]);
  const holds = `${value}.${measure} ${operator} ${measureOf(operand)}`;
  return { isTrue: allOf([comparable, holds]), isFalse: allOf([comparable, not(holds)]) };
}

/** A date that is less exact than the operand, and begins like it, could lie on either side. */
function asExactAs(value: string, operand: unknown): string[] {
  if (typeof operand !== 'string') return [];
  const beginnings = isVariable(operand)
    ? `${sourceOf(operand).value}.beginnings`
    : JSON.stringify(beginningsOf(operand));
  return [not(`${beginnings}.contains(${value}.string)`)];
}

const isVariable = (value: unknown): value is string => typeof value === 'string' && value.startsWith('$');
const tagOf = (operand: unknown): Tag => (operand === '$caseGiven' ? 'boolean' : (typeof operand as Tag));

function sourceOf(subject: string): { readonly value: string; readonly present: string } {
  const source = isVariable(subject) ? 'context.variables' : 'context.record';
  return { value: `${source}[${text(subject)}]`, present: `${source} has ${text(subject)}` };
}

function measureOf(operand: unknown): string {
  if (isVariable(operand)) return `${sourceOf(operand).value}.order`;
  return String(typeof operand === 'string' ? orderOf(operand) : operand);
}

/** The operands as sets: the single ones together, and the requester's roles. */
function setsOf(operands: readonly unknown[], tag: Tag): string[] {
  const singles = operands.filter((operand) => operand !== '$requester.roles');
  const members = singles.map((one) => (isVariable(one) ? `${sourceOf(one).value}.${tag}` : JSON.stringify(one)));
  return [
    ...(members.length > 0 ? [`[${members.join(', ')}]`] : []),
    ...(singles.length < operands.length ? ['context.variables["$requester.roles"].strings'] : []),
  ];
}
