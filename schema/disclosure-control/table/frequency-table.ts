import { type Dimension, nodesOf, pathsOf } from './dimension';

/** Where a cell stands: a code for each dimension, in the order of the dimensions. */
export type Coordinates = readonly string[];

/** A cell: how many people, and the sum of their record keys (0 where keys are not used). */
export interface CountedCell {
  readonly coordinates: Coordinates;
  readonly persons: number;
  readonly key: number;
}

/** A table of counts with every margin of its fixed hierarchies: one cell for each crossing of nodes. */
export interface FrequencyTable {
  readonly dimensions: readonly Dimension[];
  readonly cells: ReadonlyMap<string, CountedCell>;
}

/** One additive relation of a table: the total is the sum of its parts. */
export interface AdditiveRelation {
  readonly total: string;
  readonly parts: readonly string[];
}

/** The id of a cell: its codes, joined by a bar. */
export const cellId = (coordinates: Coordinates): string => coordinates.join('|');

/** Every crossing of lists: the last list runs fastest. */
export function crossings<Item>(lists: ReadonlyArray<readonly Item[]>): Item[][] {
  return lists.reduce<Item[][]>((known, list) => known.flatMap((items) => list.map((item) => [...items, item])), [[]]);
}

/**
 * The table of some leaf cells: leaves that are not given are 0, margins are added up.
 *
 * @throws Error where a cell stands at codes that are no leaves of the dimensions.
 */
export function withMargins(dimensions: readonly Dimension[], leaves: Iterable<CountedCell>): FrequencyTable {
  const paths = dimensions.map(pathsOf);
  const sums = new Map<string, { coordinates: Coordinates; persons: number; key: number }>();
  for (const coordinates of crossings(dimensions.map((dimension) => nodesOf(dimension).map(({ code }) => code))))
    sums.set(cellId(coordinates), { coordinates, persons: 0, key: 0 });
  for (const { coordinates, persons, key } of leaves)
    for (const margin of crossings(coordinates.map((code, at) => pathOf(paths[at], code)))) {
      const sum = sums.get(cellId(margin));
      if (!sum) throw new Error(`No cell of the table stands at ${cellId(margin)}.`);
      sum.persons += persons;
      sum.key += key;
    }
  return { dimensions, cells: sums };
}

function pathOf(paths: ReadonlyMap<string, readonly string[]> | undefined, code: string): readonly string[] {
  const path = paths?.get(code);
  if (!path) throw new Error(`${code} is no leaf of its dimension.`);
  return path;
}

/** All additive relations of a table: along each dimension, a node and its parts, whatever the other codes. */
export function additiveRelations(dimensions: readonly Dimension[]): AdditiveRelation[] {
  return dimensions.flatMap((dimension, at) => {
    const others = crossings(
      dimensions.map((other, index) => (index === at ? [''] : nodesOf(other).map(({ code }) => code))),
    );
    return nodesOf(dimension)
      .filter(({ parts }) => parts?.length)
      .flatMap(({ code, parts }) =>
        others.map((codes) => ({
          total: cellId(codes.with(at, code)),
          parts: (parts ?? []).map((part) => cellId(codes.with(at, part.code))),
        })),
      );
  });
}
