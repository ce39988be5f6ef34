import { assert, integer, property } from 'fast-check';
import { roundCount } from './round-count';

describe('rounding', () => {
  it('takes the nearest multiple, halves up', () => {
    expect([0, 1, 4, 5, 14, 15, 100].map((value) => roundCount(value, 10))).toEqual([0, 10, 10, 10, 10, 20, 100]);
  });

  it('gives multiples, 0 for 0 alone, and is never further than half the base but for what would become 0', () => {
    assert(
      property(integer({ min: 0, max: 10_000 }), integer({ min: 1, max: 100 }), (value, base) => {
        const rounded = roundCount(value, base);
        expect(rounded % base).toBe(0);
        expect(rounded === 0).toBe(value === 0);
        if (value >= base / 2) expect(Math.abs(rounded - value)).toBeLessThanOrEqual(base / 2);
      }),
    );
  });

  it('refuses a base that is no whole number from 1', () => {
    for (const base of [0, -5, 2.5, Number.NaN]) expect(() => roundCount(7, base)).toThrow('whole');
  });
});
