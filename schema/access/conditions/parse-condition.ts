import { z } from 'zod';
import { type Comparison, type Condition, type ConditionValue, comparisonsOf } from './condition';

const value = z.union([z.string().min(1), z.number(), z.boolean()]);
/** Far more than a rule needs, and little enough that no rule slows an owner's own subgraph. */
const MAX_DEPTH = 8;
const MAX_COMPARISONS = 100;
const ONLY = 'says $eq, $in, $gte or $lte and a value that is not null; there is no negation';

const operators = z
  .strictObject(
    {
      $eq: value.optional(),
      $in: z.union([z.array(value).min(1), z.string().startsWith('$')]).optional(),
      $gte: value.optional(),
      $lte: value.optional(),
    },
    { error: ONLY },
  )
  .refine((given) => Object.keys(given).length > 0, ONLY);

type ConditionText = { readonly [key: string]: unknown };

/** A condition as a rule file writes it: `{ nationality: $requester.party, crossedOn: { $gte: $daysAgo.90 } }`. */
export const conditionText: z.ZodType<Condition, unknown> = z
  .record(z.string(), z.unknown())
  .refine((text) => Object.keys(text).length > 0, 'names no attribute')
  .transform((text, context) => parse(text, [], context))
  .refine((condition) => comparisonsOf(condition).length <= MAX_COMPARISONS, `has over ${MAX_COMPARISONS} comparisons`);

type Refusals = z.core.$RefinementCtx<unknown>;

function parse(text: ConditionText, path: readonly string[], refusals: Refusals): Condition {
  const parts = Object.entries(text).map(([key, given]) => parseEntry(key, given, { path: [...path, key], refusals }));
  return parts.length === 1 ? (parts[0] as Condition) : { kind: 'all', of: parts };
}

interface Place {
  readonly path: readonly string[];
  readonly refusals: Refusals;
}

function parseEntry(key: string, given: unknown, place: Place): Condition {
  if (key === '$and' || key === '$or') return parseBranches(key === '$and' ? 'all' : 'any', given, place);
  if (!/^(\w+|\$[\w.]+)$/.test(key)) return refuse(`${key} is no attribute and none of $and, $or`, place);
  const plain = value.safeParse(given);
  if (plain.success) return comparison(key, 'in', [plain.data]);
  const checked = operators.safeParse(given);
  if (!checked.success) return refuse(ONLY, place);
  const { $eq, $in, $gte, $lte } = checked.data;
  const parts = [
    ...($eq === undefined ? [] : [comparison(key, 'in', [$eq])]),
    ...($in === undefined ? [] : [comparison(key, 'in', Array.isArray($in) ? $in : [$in])]),
    ...($gte === undefined ? [] : [comparison(key, 'gte', [$gte])]),
    ...($lte === undefined ? [] : [comparison(key, 'lte', [$lte])]),
  ];
  return parts.length === 1 ? (parts[0] as Condition) : { kind: 'all', of: parts };
}

function parseBranches(kind: 'all' | 'any', given: unknown, { path, refusals }: Place): Condition {
  const isObject = (branch: unknown): branch is ConditionText =>
    branch !== null && typeof branch === 'object' && !Array.isArray(branch) && Object.keys(branch).length > 0;
  if (path.filter((key) => key.startsWith('$')).length > MAX_DEPTH)
    return refuse(`is nested deeper than ${MAX_DEPTH} times`, { path, refusals });
  if (!Array.isArray(given) || given.length === 0 || !given.every(isObject))
    return refuse('holds a list of conditions', { path, refusals });
  return { kind, of: given.map((branch, index) => parse(branch, [...path, String(index)], refusals)) };
}

const comparison = (
  subject: string,
  operator: Comparison['operator'],
  operands: readonly ConditionValue[],
): Comparison => ({ kind: 'comparison', subject, operator, operands });

/** INVARIANT: what cannot be read is reported, and the rule with it; the value returned here is never used. */
function refuse(message: string, { path, refusals }: Place): Condition {
  refusals.addIssue({ code: 'custom', message, path: [...path] });
  return { kind: 'any', of: [] };
}
