import { dayAtOffice, isWorkingDay, officeCalendarSchema } from './office-calendar';

const DAY = 86_400_000;
const calendarOf = (country: string) => ({ country, timeZone: 'America/Bogota', closed: [] });

/** Weekdays of a year on which nobody works, as month-day. */
function daysOff(country: string, year: number): string[] {
  const dates: string[] = [];
  for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += DAY) {
    const date = new Date(day).toISOString().slice(0, 10);
    const weekday = new Date(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !isWorkingDay(date, calendarOf(country))) dates.push(date.slice(5));
  }
  return dates;
}

/**
 * Written from the laws and the calendars that the states publish, not from the library. Colombia: Ley 51 de 1983
 * (Ley Emiliani), Ley 2578 de 2026 (9 July). Panama: Código de Trabajo, art. 46 and 47, Ley 291 de 2022 (20 December).
 * United States: 5 U.S.C. 6103(a) and (b), Executive Order 11582 (observed on Friday or Monday).
 */
const DAYS_OFF: ReadonlyArray<readonly [country: string, year: number, days: string]> = [
  ['CO', 2025, '01-01 01-06 03-24 04-17 04-18 05-01 06-02 06-23 06-30 08-07 08-18 10-13 11-03 11-17 12-08 12-25'],
  [
    'CO',
    2026,
    '01-01 01-12 03-23 04-02 04-03 05-01 05-18 06-08 06-15 06-29 07-13 07-20 08-07 08-17 10-12 11-02 11-16 12-08 12-25',
  ],
  ['CO', 2027, '01-01 01-11 03-22 03-25 03-26 05-10 05-31 06-07 07-05 07-12 07-20 08-16 10-18 11-01 11-15 12-08'],
  ['PA', 2025, '01-01 01-09 03-04 04-18 05-01 11-03 11-05 11-10 11-28 12-08 12-25'],
  ['PA', 2026, '01-01 01-09 02-17 04-03 05-01 11-03 11-05 11-10 12-08 12-21 12-25'],
  ['PA', 2027, '01-01 02-09 03-26 11-03 11-05 11-10 11-29 12-08 12-20'],
  ['US', 2025, '01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25'],
  ['US', 2026, '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25'],
  ['US', 2027, '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31'],
];

describe('the calendar of an office', () => {
  it.each(DAYS_OFF)(
    'of %s in %i has the holidays of the law, on the days on which they are kept',
    (country, year, days) => {
      expect(daysOff(country, year)).toEqual(days.split(' '));
    },
  );

  it('of Panama leaves out the day on which a president takes office, every fifth year', () => {
    expect(daysOff('PA', 2024)).toContain('07-01');
    expect(daysOff('PA', 2025)).not.toContain('07-01');
  });

  it('of the United States counts the day of inauguration: it is a holiday in and around Washington alone', () => {
    expect(daysOff('US', 2021)).not.toContain('01-20');
    expect(daysOff('US', 2037)).not.toContain('01-20');
  });

  it('says which day it is where the office is', () => {
    const late = new Date('2026-01-16T03:00:00Z');
    expect(dayAtOffice(late, { timeZone: 'America/Bogota' })).toBe('2026-01-15');
    expect(dayAtOffice(late, { timeZone: 'UTC' })).toBe('2026-01-16');
    const summer = new Date('2026-07-16T04:30:00Z');
    expect(dayAtOffice(summer, { timeZone: 'America/New_York' })).toBe('2026-07-16');
    expect(dayAtOffice(summer, { timeZone: 'America/Panama' })).toBe('2026-07-15');
  });

  it('refuses a country, a zone or a closed day that is none', () => {
    const good = calendarOf('CO');
    expect(officeCalendarSchema.safeParse(good).success).toBe(true);
    for (const bad of [
      { ...good, country: 'XX' },
      { ...good, timeZone: 'America/Cartagena' },
      { ...good, closed: [{ on: '2026-02-30', source: 'Decree' }] },
      { ...good, closed: [{ on: '2026-02-16' }] },
    ])
      expect(officeCalendarSchema.safeParse(bad).success).toBe(false);
  });
});
