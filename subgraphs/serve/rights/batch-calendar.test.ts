import { batchBefore, nextBatchDay } from './batch-calendar';

describe('the calendar of batches', () => {
  it.each([
    ['2026-01-15T12:00:00.000Z', '2026-01-12T06:00:00.000Z', '2026-01-19'],
    ['2026-01-19T05:59:59.999Z', '2026-01-12T06:00:00.000Z', '2026-01-19'],
    ['2026-01-19T06:00:00.000Z', '2026-01-19T06:00:00.000Z', '2026-01-26'],
  ])('at %s the newest is of %s and the next of %s', (now, newest, next) => {
    expect(batchBefore(new Date(now)).toISOString()).toBe(newest);
    expect(nextBatchDay(new Date(now))).toBe(next);
  });
});
