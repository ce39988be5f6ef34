import type { BoundCondition } from './bind-condition';
import type { ConditionValue } from './condition';

/** A filter in MongoDB's query language. */
export type RecordFilter = Readonly<Record<string, unknown>>;

/** Matches every record. */
export const EVERY: RecordFilter = Object.freeze({});
/** Matches no record. */
export const NO_RECORD: RecordFilter = Object.freeze({ _id: Object.freeze({ $in: [] }) });

/**
 * The records on which a condition is certainly true. INVARIANT: a null, a missing attribute or a value of
 * another type than the contract says is unknown: neither this filter nor `certainlyFalse` matches it.
 */
export function certainlyTrue(condition: BoundCondition): RecordFilter {
  switch (condition.kind) {
    case 'true':
      return EVERY;
    case 'all':
      return every(condition.of.map(certainlyTrue));
    case 'any':
      return either(condition.of.map(certainlyTrue));
    case 'comparison':
      return comparisonTrue(condition);
    default:
      return NO_RECORD;
  }
}

/** The records on which a condition is certainly false. */
export function certainlyFalse(condition: BoundCondition): RecordFilter {
  switch (condition.kind) {
    case 'false':
      return EVERY;
    case 'all':
      return either(condition.of.map(certainlyFalse));
    case 'any':
      return every(condition.of.map(certainlyFalse));
    case 'comparison':
      return comparisonFalse(condition);
    default:
      return NO_RECORD;
  }
}

/** The records that all filters match; filters that are settled fold. */
export function every(filters: readonly RecordFilter[]): RecordFilter {
  if (filters.includes(NO_RECORD)) return NO_RECORD;
  const open = filters.filter((filter) => filter !== EVERY);
  if (open.length <= 1) return open[0] ?? EVERY;
  return { $and: open };
}

/** The records that one of the filters matches; filters that are settled fold. */
export function either(filters: readonly RecordFilter[]): RecordFilter {
  if (filters.includes(EVERY)) return EVERY;
  const open = filters.filter((filter) => filter !== NO_RECORD);
  if (open.length <= 1) return open[0] ?? NO_RECORD;
  return { $or: open };
}

type Comparison = Extract<BoundCondition, { kind: 'comparison' }>;
type Attribute = Comparison['attribute'];

const OPERATORS = { gte: '$gte', lte: '$lte' } as const;
/** The operator that holds exactly where the other one fails, among values of one type. */
const OPPOSITES = { gte: '$lt', lte: '$gt' } as const;

function comparisonTrue({ attribute, operator, values }: Comparison): RecordFilter {
  const holds = operator === 'in' ? { $in: [...values] } : ordered(OPERATORS[operator], values[0]);
  if (!attribute.list) return alone(attribute, holds);
  return { ...reached(attribute), [attribute.path]: { ...holds, ...HAS_ITEMS } };
}

function comparisonFalse({ attribute, operator, values }: Comparison): RecordFilter {
  if (operator !== 'in') return alone(attribute, ordered(OPPOSITES[operator], values[0]));
  if (attribute.list) return noneOf(attribute, values);
  return alone(attribute, { ...typed(attribute), $nin: [...values] });
}

type Order = '$gte' | '$lte' | '$gt' | '$lt';

/**
 * A comparison by order. INVARIANT: a text that is no date is unknown, and so is a date that is less exact than
 * the operand and begins like it: it could lie on either side, though as a text it sorts before.
 */
function ordered(operator: Order, operand: ConditionValue | undefined): RecordFilter {
  if (typeof operand !== 'string') return { [operator]: operand };
  if (operator === '$gte' || operator === '$gt') return { $regex: DATE, [operator]: operand };
  return { $regex: DATE, [operator]: operand, $nin: Array.from(operand, (_, length) => operand.slice(0, length)) };
}

/** A date in ISO 8601: a day, a month or a year. Any other text has no order. */
const DATE = '^\\d{4}(-\\d{2}(-\\d{2})?)?$';

/** The least value of each type. */
const LEAST = { STRING: '', NUMBER: Number.NEGATIVE_INFINITY, BOOLEAN: false } as const;

/** Everything of an attribute's type: comparisons never reach across types. */
const typed = ({ type }: Attribute): RecordFilter => ({ $gte: LEAST[type] });

/** An array where one value should stand is unknown: MongoDB would compare each of its items. */
const alone = (attribute: Attribute, comparison: RecordFilter): RecordFilter => ({
  ...reached(attribute),
  [attribute.path]: comparison,
  [`${attribute.path}.0`]: { $exists: false },
});

/** A list with items, and nothing but a list: one value where a list should be is unknown. */
const HAS_ITEMS = { $elemMatch: { $nin: [] } } as const;

/** A list that holds none of the values. An item that is null, a list or of another type makes it unknown. */
const noneOf = (attribute: Attribute, values: Comparison['values']): RecordFilter => ({
  ...reached(attribute),
  $or: [{ [attribute.path]: { $size: 0 } }, { [attribute.path]: HAS_ITEMS }],
  $nor: [
    { [attribute.path]: { $elemMatch: { $in: [...values] } } },
    { [attribute.path]: { $elemMatch: { $not: typed(attribute) } } },
    { [attribute.path]: { $elemMatch: { $elemMatch: { $nin: [] } } } },
  ],
});

/** A list on the way to a value makes it unknown, as MongoDB would look into each of its objects. */
function reached({ path }: Attribute): RecordFilter {
  const names = path.split('.');
  const holders = names.slice(1).map((_, index) => names.slice(0, index + 1).join('.'));
  return Object.fromEntries(
    holders.flatMap((holder) => [
      [holder, { $not: { $size: 0 } }],
      [`${holder}.0`, { $exists: false }],
    ]),
  );
}
