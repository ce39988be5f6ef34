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
const TOLERANCE = 1e-6;

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
