import type { ObservedYear } from '../simulation/observed-year';
import { dimensionsOf } from '../simulation/related-tables';
import {
  AGE_BANDS,
  AREAS,
  ATTRIBUTES,
  CHANGE_SHARES,
  SEXES,
  type SimulatedArea,
  type SimulatedDimension,
} from '../simulation/simulated-places';
import { CHOICES, TARGETS_OF_GROUP, type Target, WEEKS } from '../simulation/simulated-year';
import { changeChances, type LeafRates, logRatioOfHeld } from './hold-filter';

/**
 * The best use of the exact held counts: how much likelier they are if the target is of the first category than if of
 * the second, over all related tables as if each told something of its own.
 *
 * @param held whether leaves are held; if not, the courses are live counts.
 * @returns one look: the logarithm of the ratio.
 */
export const likelihoodLooks =
  (held: boolean) =>
  (year: ObservedYear, target: Target): number[] => {
    const [first, second] = CHOICES.map((category) =>
      [...year].map(([table, cells]) => {
        const dimensions = dimensionsOf(table);
        const ratios = leavesWith(dimensions, target, category).map((leaf) => {
          const course = (cells.get(leaf.id) ?? []).map((value) => value ?? 0);
          return held
            ? logRatioOfHeld(course, target.week, leaf.rates)
            : logRatioOfLive(course, target.week, leaf.rates);
        });
        return Math.log(ratios.reduce((sum, ratio) => sum + Math.exp(ratio), 0) / ratios.length);
      }),
    );
    return [(first ?? []).reduce((sum, ratio, at) => sum + ratio - (second?.[at] ?? 0), 0)];
  };

function logRatioOfLive(course: readonly number[], week: number, rates: LeafRates): number {
  const step = (course[week] ?? 0) - (course[week - 1] ?? 0);
  const chances = changeChances(rates);
  const chanceOf = (change: number) => Math.max(chances[change + (chances.length - 1) / 2] ?? 0, 1e-12);
  return Math.log(chanceOf(step - 1) / chanceOf(step));
}

interface WeighedLeaf {
  readonly id: string;
  readonly rates: LeafRates;
}

/** The leaves of a table in which the target may be, if of a category: one for each sex where the table has sexes. */
function leavesWith(dimensions: readonly SimulatedDimension[], target: Target, category: string): WeighedLeaf[] {
  const sexes = dimensions.includes('sex') ? SEXES.codes : [''];
  return sexes.map((sex) => {
    const said = { area: target.area, age: target.age, sex, attribute: category };
    return {
      id: dimensions.map((dimension) => said[dimension]).join('|'),
      rates: ratesOf(dimensions, target, category),
    };
  });
}

function ratesOf(dimensions: readonly SimulatedDimension[], target: Target, category: string): LeafRates {
  const areas = dimensions.includes('area') ? AREAS.filter(({ code }) => code === target.area) : AREAS;
  const age = dimensions.includes('age') ? shareOf(AGE_BANDS, target.age) : 1;
  const sex = dimensions.includes('sex') ? 1 / SEXES.codes.length : 1;
  const share = age * sex * shareOf(ATTRIBUTES, category);
  const sum = (of: (area: SimulatedArea) => number) => areas.reduce((total, area) => total + of(area), 0);
  const changes = sum(({ changesPerWeek }) => changesPerWeek) * share;
  // Half of the other targets are of the category.
  const groups = areas.length * (dimensions.includes('age') ? 1 : AGE_BANDS.codes.length);
  const otherTargets = (groups * TARGETS_OF_GROUP * sex) / 2 / WEEKS;
  const stirred = changes * CHANGE_SHARES.change * (1 - shareOf(ATTRIBUTES, category));
  return {
    enter: changes * CHANGE_SHARES.enter + stirred + otherTargets,
    leave: changes * CHANGE_SHARES.leave + stirred,
  };
}

const shareOf = (
  { codes, shares }: { readonly codes: readonly string[]; readonly shares: readonly number[] },
  code: string,
) => shares[codes.indexOf(code)] ?? 0;
