import { createHash } from 'node:crypto';
import { type HeldLeaf, holdLeaves } from '../../perturbation/held-leaves';
import { SimulationRandom } from '../simulation/simulation-random';
import { changeChances, logRatioOfHeld } from './hold-filter';

const secret = createHash('sha256').update('a secret of tests').digest();
const rates = { enter: 0.8, leave: 0.3 };
const week = 20;

/** What a leaf held over a year, with or without a target who comes in week 20. */
function heldCourse(seed: number, withTarget: boolean): number[] {
  const random = new SimulationRandom(seed);
  let [persons, held]: [number, readonly HeldLeaf[] | undefined] = [60, undefined];
  return Array.from({ length: 52 }, (_, release) => {
    if (release > 0) persons += random.events(rates.enter) - random.events(rates.leave);
    if (release === week && withTarget) persons += 1;
    held = holdLeaves({ name: `${seed}`, threshold: 5, secret }, [{ coordinates: ['a'], persons, key: 0 }], held);
    return held[0]?.persons ?? Number.NaN;
  });
}

describe('the likelihood of what a leaf held', () => {
  it('is a fair bet: over worlds without the target the ratio is 1 in the mean, with the target it is more', () => {
    const meanRatio = (withTarget: boolean): number => {
      const seeds = Array.from({ length: 400 }, (_, at) => at);
      const ratios = seeds.map((seed) => Math.exp(logRatioOfHeld(heldCourse(seed, withTarget), week, rates)));
      return ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
    };
    const without = meanRatio(false);
    expect(Math.abs(without - 1)).toBeLessThan(0.06);
    expect(meanRatio(true)).toBeGreaterThan(without + 0.01);
  });

  it('says nothing where a move with the target and one without are as likely', () => {
    expect(logRatioOfHeld(Array(52).fill(60), week, { enter: 0, leave: 0 })).toBe(0);
  });
});

describe('the weekly changes of a leaf', () => {
  it('have the mean and the variance of the difference of two Poisson counts', () => {
    const chances = [...changeChances(rates)];
    const moment = (power: number) =>
      chances.reduce((sum, chance, at) => sum + chance * (at - (chances.length - 1) / 2) ** power, 0);
    expect(moment(0)).toBeCloseTo(1, 3);
    expect(moment(1)).toBeCloseTo(0.5, 2);
    expect(moment(2)).toBeCloseTo(1.1 + 0.25, 1);
  });
});
