import { corridorShownToOthers, lastMonthForOthers } from './corridor-delay';

it.each([
  ['2026-01-15T12:00:00Z', '2025-09'],
  ['2026-03-31T23:59:59Z', '2025-11'],
  ['2026-04-01T00:00:00Z', '2025-12'],
  ['2026-01-01T00:00:00Z', '2025-09'],
])('at %s the last whole month that lies 90 days back is %s', (now, month) => {
  expect(lastMonthForOthers(new Date(now))).toBe(month);
});

it('adds cases by five and more, so that two looks never show the few of a month', () => {
  const months = [3, 1, 2, 0, 4, 9, 1, 1].map((countableForOthers, month) => ({
    openedMonth: `2025-0${month + 1}`,
    countableForOthers,
  }));
  const looks = months.map((_, month) => corridorShownToOthers(months, new Date(Date.UTC(2025, month + 4, 2))));
  expect(looks).toEqual([null, null, 6, 6, 6, 19, 19, 19]);
  expect(corridorShownToOthers([], new Date('2025-05-01T00:00:00Z'))).toBe(0);
});
