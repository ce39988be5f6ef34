import type { CorridorFigureRow } from './corridor-figure.model';
import { casesShownToOthers, SMALLEST_CASES } from './small-cells';

const DAYS = 90;
const DAY = 86_400_000;

/** The last month that other parties' figures of corridors hold: the whole of it lies 90 days back. */
export function lastMonthForOthers(now: Date): string {
  const limit = new Date(now.getTime() - DAYS * DAY);
  return new Date(Date.UTC(limit.getUTCFullYear(), limit.getUTCMonth() - 1)).toISOString().slice(0, 7);
}

/**
 * The cases of a corridor as another party may see them at an instant; null is suppressed.
 *
 * INVARIANT: from one look to any later one the figure stays or goes up by five and more: the months that came due in
 * between would else be a small cell by subtraction. What is too little waits for the months to come.
 */
export function corridorShownToOthers(
  rows: ReadonlyArray<Pick<CorridorFigureRow, 'openedMonth' | 'countableForOthers'>>,
  now: Date,
): number | null {
  const last = lastMonthForOthers(now);
  const due = rows
    .filter(({ openedMonth }) => openedMonth <= last)
    .toSorted((a, b) => (a.openedMonth < b.openedMonth ? -1 : 1));
  let [shown, waiting] = [0, 0];
  for (const { countableForOthers } of due) {
    waiting += countableForOthers;
    if (waiting >= SMALLEST_CASES) [shown, waiting] = [shown + waiting, 0];
  }
  return shown > 0 ? shown : casesShownToOthers(waiting);
}
