import { afterPrefix, encodeCompoundKey, typeByte } from './index-key';
import { EVERYTHING, type Interval } from './key-source';
import type { Bound, Constraint } from './query-constraints';
import type { SortKey } from './sort-documents';

/** Where in an index the matches lie. */
export interface Bounds {
  intervals: Interval[];
  /** How many leading keys have exactly one value each: their order among the rest is free. */
  fixed: number;
  /** How many leading keys bound the scan at all. */
  bounded: number;
}

const MOST_INTERVALS = 2000;

/** Turns constraints into intervals of an index's keys, which are in order and do not overlap. */
export function boundIndex(
  keys: readonly SortKey[],
  byPath: ReadonlyMap<string, Constraint>,
  manifold: boolean,
): Bounds {
  let prefixes: unknown[][] = [[]];
  let fixed = 0;
  let bounded = 0;
  for (const { path } of keys) {
    const points = usablePoints(byPath.get(path), manifold);
    if (points === undefined || prefixes.length * points.length > MOST_INTERVALS) break;
    prefixes = prefixes.flatMap((prefix) => points.map((point) => [...prefix, point]));
    if (points.length === 1 && fixed === bounded) fixed++;
    bounded++;
  }
  const range = usableRange(keys[bounded] && byPath.get((keys[bounded] as SortKey).path), manifold);
  const intervals = prefixes.map((prefix) => intervalOf(prefix, keys, range));
  return { intervals: inOrder(intervals), fixed, bounded: bounded + (range === undefined ? 0 : 1) };
}

// A manifold index lists an empty array under no value at all, so null finds too little there.
function usablePoints(constraint: Constraint | undefined, manifold: boolean): unknown[] | undefined {
  const points = constraint?.points;
  return manifold && points?.includes(null) ? undefined : points;
}

// In an array one item may satisfy the lower bound and another the upper one: only one may bound the scan.
function usableRange(constraint: Constraint | undefined, manifold: boolean): Constraint | undefined {
  if (constraint === undefined || constraint.points !== undefined) return undefined;
  const { upper } = constraint;
  // NaN is the least number, and less than none.
  const lower = constraint.lower ?? (typeof upper?.value === 'number' ? LEAST_NUMBER : undefined);
  if (lower === undefined && upper === undefined) return undefined;
  return manifold && constraint.lower !== undefined ? { lower } : { lower, upper };
}

const LEAST_NUMBER: Bound = { value: -Infinity, inclusive: true };

function intervalOf(prefix: unknown[], keys: readonly SortKey[], range: Constraint | undefined): Interval {
  const directions = keys.map(({ direction }) => direction);
  if (range !== undefined) return rangeInterval(prefix, directions, range);
  if (prefix.length === 0) return EVERYTHING;
  const from = encodeCompoundKey(prefix, directions);
  return { from, to: afterPrefix(from) };
}

function rangeInterval(prefix: unknown[], directions: readonly number[], { lower, upper }: Constraint): Interval {
  const descending = directions[prefix.length] === -1;
  const [first, last] = descending ? [upper, lower] : [lower, upper];
  const typed = (lower ?? upper) as Bound;
  const head = encodeCompoundKey(prefix, directions);
  const type = typeByte(typed.value);
  const start = Buffer.concat([head, Buffer.from([descending ? 255 - type : type])]);
  const keyOf = (bound: Bound) => encodeCompoundKey([...prefix, bound.value], directions);
  const from = first === undefined ? start : first.inclusive ? keyOf(first) : afterPrefix(keyOf(first));
  const to = last === undefined ? afterPrefix(start) : last.inclusive ? afterPrefix(keyOf(last)) : keyOf(last);
  return { from, to };
}

function inOrder(intervals: Interval[]): Interval[] {
  const sorted = intervals.sort((a, b) => Buffer.compare(a.from, b.from));
  return sorted.filter(({ from, to }, i) => {
    const repeats = i > 0 && from.equals((sorted[i - 1] as Interval).from);
    return !repeats && Buffer.compare(from, to) < 0;
  });
}
