const DAYS = 90;
const DAY = 86_400_000;

/** The last month that other parties' figures of corridors hold: the whole of it lies 90 days back. */
export function lastMonthForOthers(now: Date): string {
  const limit = new Date(now.getTime() - DAYS * DAY);
  return new Date(Date.UTC(limit.getUTCFullYear(), limit.getUTCMonth() - 1)).toISOString().slice(0, 7);
}
