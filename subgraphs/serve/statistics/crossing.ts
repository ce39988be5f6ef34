import type { Dimension, DimensionNode } from '@pasarela/schema/disclosure-control/table/dimension';
import { type Coordinates, cellId, crossings } from '@pasarela/schema/disclosure-control/table/frequency-table';

/** How far each dimension is broken down, in their order: 0 is everybody, 1 what everybody is made of ... */
export type Crossing = readonly number[];

/** The codes of a dimension at a depth. */
export const codesAt = ({ root }: Dimension, depth: number): string[] => nodesAt(root, depth).map(({ code }) => code);

/** The cells of a crossing by their ids, in the order of the dimensions' codes. */
export function placesOf(dimensions: readonly Dimension[], crossing: Crossing): ReadonlyMap<string, Coordinates> {
  const known = places.get(dimensions) ?? new Map<string, ReadonlyMap<string, Coordinates>>();
  places.set(dimensions, known);
  const name = crossing.join('|');
  const found = known.get(name) ?? placesIn(dimensions, crossing);
  known.set(name, found);
  return found;
}

/** By the declared dimensions, which never change: worked out once. */
const places = new WeakMap<readonly Dimension[], Map<string, ReadonlyMap<string, Coordinates>>>();

function placesIn(dimensions: readonly Dimension[], crossing: Crossing): ReadonlyMap<string, Coordinates> {
  const cells = crossings(dimensions.map((dimension, at) => codesAt(dimension, crossing[at] ?? 0)));
  return new Map(cells.map((coordinates) => [cellId(coordinates), coordinates]));
}

/** How deep the codes of a cell stand. @throws Error where a code is none of its dimension */
export const depthsOf = (coordinates: Coordinates, dimensions: readonly Dimension[]): Crossing =>
  dimensions.map((dimension, at) => depthOf(dimension, coordinates[at] as string));

const depths = new WeakMap<Dimension, ReadonlyMap<string, number>>();

function depthOf(dimension: Dimension, code: string): number {
  const known = depths.get(dimension) ?? allDepths(dimension);
  depths.set(dimension, known);
  const depth = known.get(code);
  if (depth === undefined) throw new Error(`${code} is no code of the dimension ${dimension.name}.`);
  return depth;
}

function allDepths({ root }: Dimension): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const walk = ({ code, parts = [] }: DimensionNode, depth: number): void => {
    found.set(code, depth);
    for (const part of parts) walk(part, depth + 1);
  };
  walk(root, 0);
  return found;
}

function nodesAt(node: DimensionNode, depth: number): DimensionNode[] {
  return depth === 0 ? [node] : (node.parts ?? []).flatMap((part) => nodesAt(part, depth - 1));
}
