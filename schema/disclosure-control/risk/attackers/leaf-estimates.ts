import { EVERYBODY, nodesOf } from '../../table/dimension';
import type { ObservedYear } from '../simulation/observed-year';
import { dimensionsOf } from '../simulation/related-tables';
import { DIMENSIONS, type SimulatedDimension } from '../simulation/simulated-places';
import type { Target } from '../simulation/simulated-year';

/** A way to count people among whom the target is, if of a category: cells of a table to add and to take away. */
export interface LeafEstimate {
  readonly table: string;
  readonly plus: readonly string[];
  readonly minus: readonly string[];
  /** Whether it is one published cell. */
  readonly isCell: boolean;
}

/**
 * All ways to count the target if of a category, in the same order for each category: each cell that holds the target,
 * margins included, and along each dimension the parent minus the siblings.
 */
export const estimatesOf = (tables: Iterable<string>, target: Target, category: string): LeafEstimate[] =>
  [...tables].flatMap((table) => [
    ...cellsOf(table, dimensionsOf(table), target, category),
    ...subtractionsOf(table, dimensionsOf(table), target, category),
  ]);

/** What an estimate says week by week; null where a cell of it is suppressed. */
export function courseOf({ table, plus, minus }: LeafEstimate, year: ObservedYear): (number | null)[] {
  const cells = year.get(table);
  const courses = (ids: readonly string[]) => ids.map((id) => cells?.get(id) ?? []);
  const [added, taken] = [courses(plus), courses(minus)];
  return Array.from({ length: added[0]?.length ?? 0 }, (_, week) => {
    const [sum, rest] = [sumAt(added, week), sumAt(taken, week)];
    return sum === null || rest === null ? null : sum - rest;
  });
}

function sumAt(courses: ReadonlyArray<ReadonlyArray<number | null>>, week: number): number | null {
  let sum = 0;
  for (const course of courses) {
    const value = course[week];
    if (value === null || value === undefined) return null;
    sum += value;
  }
  return sum;
}

/** The codes under which the target is counted along a dimension, the finest first. The attackers do not know the sex. */
function codesOf(dimension: SimulatedDimension, target: Target, category: string): string[] {
  if (dimension === 'area') return [target.area, target.region, EVERYBODY];
  if (dimension === 'age') return [target.age, EVERYBODY];
  return dimension === 'attribute' ? [category] : [EVERYBODY];
}

function cellsOf(
  table: string,
  dimensions: readonly SimulatedDimension[],
  target: Target,
  category: string,
): LeafEstimate[] {
  const places = dimensions.reduce<string[][]>(
    (known, dimension) =>
      known.flatMap((codes) => codesOf(dimension, target, category).map((code) => [...codes, code])),
    [[]],
  );
  return places.map((codes) => ({ table, plus: [codes.join('|')], minus: [], isCell: true }));
}

function subtractionsOf(
  table: string,
  dimensions: readonly SimulatedDimension[],
  target: Target,
  category: string,
): LeafEstimate[] {
  const finest = dimensions.map((dimension) => codesOf(dimension, target, category)[0] ?? EVERYBODY);
  return dimensions.flatMap((dimension, at) => {
    const own = finest[at];
    const parent = nodesOf(DIMENSIONS[dimension]).find(({ parts }) => parts?.some(({ code }) => code === own));
    if (!parent) return [];
    const idOf = (code: string) => finest.with(at, code).join('|');
    const siblings = (parent.parts ?? []).filter(({ code }) => code !== own);
    return [{ table, plus: [idOf(parent.code)], minus: siblings.map(({ code }) => idOf(code)), isCell: false }];
  });
}
