import { isWorkingDay, type OfficeCalendar } from './office-calendar';
import type { RightsTerm } from './rights-law';

const DAY = 86_400_000;

/** The last day of a term that begins on the day after another. Dates are ISO 8601, without time. */
export function deadlineAfter(date: string, { days, counted }: RightsTerm, calendar: OfficeCalendar): string {
  let day = date;
  for (let left = days; left > 0; left -= counted === 'CALENDAR_DAYS' || isWorkingDay(day, calendar) ? 1 : 0)
    day = dayAfter(day);
  return day;
}

const dayAfter = (date: string): string => dayOf(new Date(Date.parse(date) + DAY));

/** The ISO date of an instant, UTC. */
export const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);
