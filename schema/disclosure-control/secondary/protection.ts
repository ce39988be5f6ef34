import type { PrimaryReason } from '../threshold/primary-suppression';

/** How far from its count a suppressed cell must stay possible: over a whole span, or over some span of a width. */
export type Protection = { readonly from: number; readonly to: number } | { readonly width: number };

/**
 * The protection of a suppressed cell. A small count and a protected zero must be able to be anything from 1 to
 * threshold - 1. A shared attribute and a complementary cell (no reason) must stay open over a span of the
 * threshold's width that holds the count; where its lower end lies is left to what protects the cell most cheaply.
 */
export function protectionOf(reason: PrimaryReason | undefined, threshold: number): Protection {
  return reason === 'SMALL_COUNT' || reason === 'PROTECTED_ZERO'
    ? { from: 1, to: threshold - 1 }
    : { width: threshold };
}

/** The least and the greatest that a cell can be. */
export interface Interval {
  readonly lowest: number;
  readonly highest: number;
}

/** Counts are integers and solutions are not exact: what is nearer than this is the same. */
export const TOLERANCE = 1e-6;

/** Whether an interval gives all the protection that is asked, or as much as `limit` leaves: what was known before. */
export function isProtected(protection: Protection, { lowest, highest }: Interval, limit?: Interval): boolean {
  if ('width' in protection) {
    const possible = limit ? limit.highest - limit.lowest : Number.POSITIVE_INFINITY;
    return highest - lowest >= Math.min(protection.width, possible) - TOLERANCE;
  }
  const from = Math.max(protection.from, limit?.lowest ?? protection.from);
  const to = Math.min(protection.to, limit?.highest ?? protection.to);
  return lowest <= from + TOLERANCE && highest >= to - TOLERANCE;
}

/** The value that a cell must still be seen to reach upwards (1) or downwards (-1); none where nothing is missing. */
export function missingValue(protection: Protection, seen: Interval, direction: 1 | -1): number | undefined {
  if (isProtected(protection, seen)) return undefined;
  if ('width' in protection)
    return direction === 1
      ? Math.ceil(seen.lowest - TOLERANCE) + protection.width
      : Math.floor(seen.highest + TOLERANCE) - protection.width;
  if (direction === 1) return seen.highest < protection.to - TOLERANCE ? protection.to : undefined;
  return seen.lowest > protection.from + TOLERANCE ? protection.from : undefined;
}

/** What of an interval is owed to a cell: the rest of it is chance. */
export const owedOf = (protection: Protection, interval: Interval): Interval =>
  'width' in protection
    ? interval
    : {
        lowest: Math.max(interval.lowest, protection.from),
        highest: Math.min(interval.highest, protection.to),
      };
