/** A value that a condition compares with. */
export type ConditionValue = string | number | boolean;

/**
 * What a condition may name of the request, on either side of a comparison. `$today` and `$daysAgo.N` are days
 * in UTC (YYYY-MM-DD); `$caseGiven` says whether the request names the case that it serves.
 */
export const REQUEST_VARIABLES = [
  '$requester.party',
  '$requester.agency',
  '$requester.roles',
  '$purpose',
  '$caseGiven',
  '$today',
] as const;
/** `$daysAgo.7`: the day so many days before the request, at most 9,999. */
export const DAYS_AGO = /^\$daysAgo\.([1-9]\d{0,3})$/;

/** One comparison. Equality is membership in a list of one. */
export interface Comparison {
  readonly kind: 'comparison';
  /** An attribute of the record, or a variable of the request. */
  readonly subject: string;
  readonly operator: 'in' | 'gte' | 'lte';
  /** Values, or variables of the request. */
  readonly operands: readonly ConditionValue[];
}

/** A condition of a rule: a small subset of MongoDB's query language, without negation. */
export type Condition =
  | Comparison
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] };

/** Whether a text is a variable of the request. */
export const isVariable = (text: unknown): text is string => typeof text === 'string' && text.startsWith('$');

/** Every comparison in a condition. */
export function comparisonsOf(condition: Condition): readonly Comparison[] {
  return condition.kind === 'comparison' ? [condition] : condition.of.flatMap(comparisonsOf);
}
