import type { BoundCondition } from './bind-condition';

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

function either(filters: readonly RecordFilter[]): RecordFilter {
  if (filters.includes(EVERY)) return EVERY;
  const open = filters.filter((filter) => filter !== NO_RECORD);
  if (open.length <= 1) return open[0] ?? NO_RECORD;
  return { $or: open };
}

type Comparison = Extract<BoundCondition, { kind: 'comparison' }>;

const OPERATORS = { in: '$in', gte: '$gte', lte: '$lte' } as const;
/** The operator that holds exactly where the other one fails, among values of one type. */
const OPPOSITES = { gte: '$lt', lte: '$gt' } as const;

function comparisonTrue({ attribute, operator, values }: Comparison): RecordFilter {
  const operand = operator === 'in' ? [...values] : values[0];
  return known(attribute, { [OPERATORS[operator]]: operand });
}

function comparisonFalse({ attribute, operator, values }: Comparison): RecordFilter {
  if (operator !== 'in') return known(attribute, { [OPPOSITES[operator]]: values[0] });
  if (attribute.list) return { [attribute.path]: { $nin: [...values, null] } };
  if (attribute.type === 'BOOLEAN')
    return known(attribute, { $in: [true, false].filter((value) => !values.includes(value)) });
  // Everything of the type: comparisons never reach across types.
  const least = attribute.type === 'NUMBER' ? Number.NEGATIVE_INFINITY : '';
  return known(attribute, { $gte: least, $nin: [...values] });
}

/** An array where one value should stand is unknown: MongoDB would compare each of its items. */
function known({ path, list }: Comparison['attribute'], comparison: RecordFilter): RecordFilter {
  return list ? { [path]: comparison } : { [path]: comparison, [`${path}.0`]: { $exists: false } };
}
