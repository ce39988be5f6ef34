import Holidays from 'date-holidays';
import { z } from 'zod';

const SUNDAY = 0;
const SATURDAY = 6;
const COUNTRIES = new Set(Object.keys(new Holidays().getCountries()));
const ZONES = new Set(Intl.supportedValuesOf('timeZone'));

/** On which days an owner's office works, and which day it is there. */
export const officeCalendarSchema = z.strictObject({
  /** ISO 3166-1 alpha-2: whose public holidays are no working days. */
  country: z.string().refine((code) => COUNTRIES.has(code), 'is a country whose public holidays are known'),
  /** IANA name of the zone in which terms begin and end. */
  timeZone: z.string().refine((zone) => ZONES.has(zone), 'is a time zone of the IANA, as America/Panama'),
  /** Days on which offices are closed besides, each with what says so. */
  closed: z.array(z.strictObject({ on: z.iso.date(), source: z.string().min(1) })),
});
/** On which days an owner's office works, and which day it is there. */
export type OfficeCalendar = z.infer<typeof officeCalendarSchema>;

/** Whether a day counts as a working day. @param date ISO date */
export function isWorkingDay(date: string, { country, closed }: OfficeCalendar): boolean {
  const weekday = new Date(date).getUTCDay();
  if (weekday === SUNDAY || weekday === SATURDAY) return false;
  return !publicHolidays(country, date.slice(0, 4)).has(date) && !closed.some(({ on }) => on === date);
}

/** Which day an instant is of where the office is; an ISO date. */
export const dayAtOffice = (instant: Date, { timeZone }: Pick<OfficeCalendar, 'timeZone'>): string =>
  formatterOf(timeZone).format(instant);

const holidays = new Map<string, ReadonlySet<string>>();

/** ISO dates of a year's public holidays of the whole country, those observed on another day among them. */
function publicHolidays(country: string, year: string): ReadonlySet<string> {
  const name = `${country}-${year}`;
  const known = holidays.get(name);
  if (known) return known;
  const all = new Holidays(country).getHolidays(Number(year));
  const dates = new Set(all.filter(({ type }) => type === 'public').map(({ date }) => date.slice(0, 10)));
  // What is empty is no calendar but a fault: a term that ran over holidays would end too early without a word.
  if (dates.size === 0) throw new Error(`No public holidays are known of ${name}.`);
  holidays.set(name, dates);
  return dates;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Swedish writes dates as ISO 8601 does. */
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formatters.set(timeZone, made);
  return made;
}
