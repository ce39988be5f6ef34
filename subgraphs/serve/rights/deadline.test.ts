import fc from 'fast-check';
import { deadlineAfter } from './deadline';
import { isWorkingDay } from './office-calendar';

const COLOMBIA = { country: 'CO', timeZone: 'America/Bogota', closed: [] };
const PANAMA = { country: 'PA', timeZone: 'America/Panama', closed: [] };
const USA = { country: 'US', timeZone: 'America/New_York', closed: [] };

describe('a deadline', () => {
  it.each([
    ['over two weekends', PANAMA, '2026-01-15', 10, 'WORKING_DAYS', '2026-01-29'],
    ['after a Friday', PANAMA, '2026-01-16', 1, 'WORKING_DAYS', '2026-01-19'],
    ['after a Saturday', PANAMA, '2026-01-17', 1, 'WORKING_DAYS', '2026-01-19'],
    ['over Martyrs and a weekend', PANAMA, '2026-01-08', 1, 'WORKING_DAYS', '2026-01-12'],
    ['over Holy Week', COLOMBIA, '2026-03-27', 5, 'WORKING_DAYS', '2026-04-07'],
    ['over a holiday that Ley Emiliani moves', COLOMBIA, '2026-06-26', 1, 'WORKING_DAYS', '2026-06-30'],
    ['over Christmas and New Year observed on Fridays', USA, '2027-12-23', 5, 'WORKING_DAYS', '2028-01-03'],
    ["over a New Year's Day observed in the year before", USA, '2021-12-30', 1, 'WORKING_DAYS', '2022-01-03'],
    ['calendar days, weekends and holidays too', COLOMBIA, '2026-03-27', 10, 'CALENDAR_DAYS', '2026-04-06'],
  ] as const)('counts %s', (_, calendar, from, days, counted, wanted) => {
    expect(deadlineAfter(from, { days, counted }, { ...calendar, closed: [] })).toBe(wanted);
  });

  it('passes over a day on which offices are closed by decree', () => {
    const term = { days: 1, counted: 'WORKING_DAYS' } as const;
    const closed = [{ on: '2026-02-16', source: 'Decree' }];
    expect(deadlineAfter('2026-02-13', term, PANAMA)).toBe('2026-02-16');
    expect(deadlineAfter('2026-02-13', term, { ...PANAMA, closed })).toBe('2026-02-18');
  });

  it('is a working day when working days count, and two terms in a row are their sum', () => {
    const date = fc
      .integer({ min: 14_600, max: 25_500 })
      .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
    const days = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(fc.constantFrom(COLOMBIA, PANAMA, USA), date, days, days, (calendar, from, one, two) => {
        const after = (day: string, count: number) =>
          deadlineAfter(day, { days: count, counted: 'WORKING_DAYS' }, calendar);
        const first = after(from, one);
        expect(isWorkingDay(first, calendar)).toBe(true);
        expect(after(first, two)).toBe(after(from, one + two));
      }),
    );
  });
});
