import { nextTime, readEvery, readTimes, type Schedule } from './schedule';

test.each(['PT1M', 'PT6H', 'P1D', 'P30D', 'P2W'])('%s is an interval', (text) => {
  expect(readEvery(text)?.kind).toBe('EVERY');
});
test.each(['', 'PT59S', 'P31D', 'P1M', 'P1Y', '6h', 'PT'])('%j is none', (text) => {
  expect(readEvery(text)).toBeUndefined();
});
test.each(['24:00', '6:00', '06:60', '', '06:00,'])('%j are no times of the day', (text) => {
  expect(readTimes(text)).toBeUndefined();
});

test.each([
  ['2026-05-04T05:59:59Z', '2026-05-04T06:00:00Z'],
  ['2026-05-04T06:00:00Z', '2026-05-04T18:30:00Z'],
  ['2026-05-04T23:59:59Z', '2026-05-05T06:00:00Z'],
  ['2026-12-31T18:30:00Z', '2027-01-01T06:00:00Z'],
])('twice a day: after %s comes %s', (after, next) => {
  expect(nextTime(readTimes('18:30, 06:00,06:00') as Schedule, new Date(after))).toEqual(new Date(next));
});

test('an interval counts from the round before, and once is once', () => {
  const at = new Date('2026-05-04T06:00:00Z');
  expect(nextTime(readEvery('PT90M') as Schedule, at)).toEqual(new Date('2026-05-04T07:30:00Z'));
  expect(nextTime({ kind: 'ONCE' }, at)).toBeUndefined();
});
