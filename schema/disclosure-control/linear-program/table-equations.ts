import { type Dimension, nodesOf } from '../table/dimension';
import { type AdditiveRelation, additiveRelations, cellId, crossings } from '../table/frequency-table';

/** The equations of a table: each margin cell is the sum of parts. Cells stand by their number. */
export interface TableEquations {
  readonly ids: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  readonly rows: ReadonlyArray<{ readonly total: number; readonly parts: readonly number[] }>;
}

/**
 * One equation for each margin cell, the one of the fewest parts.
 *
 * INVARIANT: these say all that every additive relation says: by them each margin is a sum of cells that are nearer
 * to the leaves, so all cells follow from the leaves.
 */
export function tableEquations(dimensions: readonly Dimension[]): TableEquations {
  const ids = crossings(dimensions.map((dimension) => nodesOf(dimension).map(({ code }) => code))).map(cellId);
  const numberOf = new Map(ids.map((id, number) => [id, number]));
  const shortest = new Map<string, AdditiveRelation>();
  for (const relation of additiveRelations(dimensions)) {
    const known = shortest.get(relation.total);
    if (!known || relation.parts.length < known.parts.length) shortest.set(relation.total, relation);
  }
  const number = (id: string): number => numberOf.get(id) ?? Number.NaN;
  const rows = [...shortest.values()].map(({ total, parts }) => ({ total: number(total), parts: parts.map(number) }));
  return { ids, numberOf, rows };
}

/** The numbers of some cells. */
export const numbersOf = ({ numberOf }: TableEquations, ids: Iterable<string>): Set<number> =>
  new Set([...ids].flatMap((id) => numberOf.get(id) ?? []));
