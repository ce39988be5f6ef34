import type { RightsTerm } from './rights-law';

const DAY = 86_400_000;
const SUNDAY = 0;
const SATURDAY = 6;

/** The last day of a term that begins on the day after another. Dates are ISO 8601, without time. */
export function deadlineAfter(date: string, { days, counted }: RightsTerm): string {
  let day = Date.parse(date);
  for (let left = days; left > 0; left -= counted === 'CALENDAR_DAYS' || isWorkingDay(day) ? 1 : 0) day += DAY;
  return dayOf(new Date(day));
}

/** The ISO date of an instant, UTC. */
export const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);

function isWorkingDay(day: number): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday !== SUNDAY && weekday !== SATURDAY;
}
