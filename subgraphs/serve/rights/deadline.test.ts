import fc from 'fast-check';
import { deadlineAfter } from './deadline';

describe('a deadline', () => {
  it.each([
    ['ten working days over two weekends', '2026-01-15', 10, 'WORKING_DAYS', '2026-01-29'],
    ['one working day after a Friday', '2026-01-16', 1, 'WORKING_DAYS', '2026-01-19'],
    ['one working day after a Saturday', '2026-01-17', 1, 'WORKING_DAYS', '2026-01-19'],
    ['fifteen working days', '2026-01-15', 15, 'WORKING_DAYS', '2026-02-05'],
    ['calendar days, weekends too', '2026-02-20', 10, 'CALENDAR_DAYS', '2026-03-02'],
  ] as const)('counts %s', (_, from, days, counted, wanted) => {
    expect(deadlineAfter(from, { days, counted })).toBe(wanted);
  });

  it('is never a weekend when working days count, and two terms in a row are their sum', () => {
    const date = fc
      .integer({ min: 0, max: 20_000 })
      .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
    const days = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(date, days, days, (from, one, two) => {
        const counted = 'WORKING_DAYS' as const;
        const first = deadlineAfter(from, { days: one, counted });
        expect([1, 2, 3, 4, 5]).toContain(new Date(first).getUTCDay());
        expect(deadlineAfter(first, { days: two, counted })).toBe(deadlineAfter(from, { days: one + two, counted }));
      }),
    );
  });
});
