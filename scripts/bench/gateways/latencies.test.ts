import { percentilesOf } from './latencies';

describe('percentilesOf', () => {
  it('takes the nearest rank, whatever the order of the requests', () => {
    const latencies = Array.from({ length: 200 }, (_, index) => 200 - index);
    expect(percentilesOf(latencies)).toEqual({ p50: 100, p95: 190, p99: 198 });
  });

  it('sorts by value, not by text', () => {
    expect(percentilesOf([9, 10, 100]).p50).toBe(10);
  });

  it('gives the only one there is, and none where there is none', () => {
    expect(percentilesOf([7])).toEqual({ p50: 7, p95: 7, p99: 7 });
    expect(percentilesOf([]).p95).toBeNaN();
  });
});
