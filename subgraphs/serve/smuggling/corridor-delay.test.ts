import { lastMonthForOthers } from './corridor-delay';

it.each([
  ['2026-01-15T12:00:00Z', '2025-09'],
  ['2026-03-31T23:59:59Z', '2025-11'],
  ['2026-04-01T00:00:00Z', '2025-12'],
  ['2026-01-01T00:00:00Z', '2025-09'],
])('at %s the last whole month that lies 90 days back is %s', (now, month) => {
  expect(lastMonthForOthers(new Date(now))).toBe(month);
});
