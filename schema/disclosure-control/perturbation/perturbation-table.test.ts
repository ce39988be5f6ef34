import { assert, integer, property } from 'fast-check';
import { NOISE_BOUND, PerturbationTable } from './perturbation-table';

const near = 1e-12;

describe('the perturbation table', () => {
  it('has zero mean, bound 2, and leaves each published number at the threshold or above', () => {
    assert(
      property(integer({ min: 1, max: 30 }), integer({ min: 0, max: 500 }), (threshold, persons) => {
        const chances = new PerturbationTable(threshold).chances(persons);
        const sum = (of: (chance: (typeof chances)[number]) => number) =>
          chances.reduce((all, one) => all + of(one), 0);
        expect(Math.abs(sum(({ probability }) => probability) - 1)).toBeLessThan(near);
        expect(Math.abs(sum(({ noise, probability }) => noise * probability))).toBeLessThan(near);
        for (const { noise } of chances) {
          expect(Math.abs(noise)).toBeLessThanOrEqual(NOISE_BOUND);
          if (persons >= threshold) expect(persons + noise).toBeGreaterThanOrEqual(threshold);
          else expect(noise).toBe(0);
        }
      }),
    );
  });

  it('is uniform where nothing but the bound and the mean limit it', () => {
    expect(new PerturbationTable(5).chances(7).map(({ noise }) => noise)).toEqual([-2, -1, 0, 1, 2]);
    for (const { probability } of new PerturbationTable(5).chances(7)) expect(probability).toBeCloseTo(0.2, 12);
  });

  it('has the greatest entropy at one above the threshold: no shift that keeps the mean raises it', () => {
    const row = new PerturbationTable(5).chances(6).map(({ probability }) => probability);
    const entropy = (of: readonly number[]) => -of.reduce((sum, p) => sum + p * Math.log(p), 0);
    for (const shift of [
      [1, -2, 1, 0],
      [0, 1, -2, 1],
      [2, -3, 0, 1],
    ])
      for (const step of [1e-4, -1e-4])
        expect(entropy(row.map((p, at) => p + step * (shift[at] ?? 0)))).toBeLessThan(entropy(row));
  });

  it('refuses a threshold that is no whole number from 1', () => {
    for (const threshold of [0, -1, 2.5, Number.NaN]) expect(() => new PerturbationTable(threshold)).toThrow('whole');
  });
});
