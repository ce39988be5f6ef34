import type { ProtectionRule } from '../protection-rule';
import { type Dimension, type DimensionNode, EVERYBODY, nodesOf, pathsOf } from '../table/dimension';
import { type CountedCell, crossings, type FrequencyTable, withMargins } from '../table/frequency-table';

/** A table to protect, its rule, and the ids of cells that are published elsewhere. */
export interface GeneratedTable {
  readonly table: FrequencyTable;
  readonly rule: ProtectionRule;
  readonly known: readonly string[];
}

/** Numbers in [0, 1) that follow from a seed (the generator "mulberry32"). */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * The table of a seed: two or three dimensions of one to three levels; counts that are skewed as real ones are, many
 * small and some in the thousands, and zeros; threshold 5 or 10; every fifth with zeros suppressed, every fourth with a
 * sensitive dimension, every third with some figures known.
 */
export function generatedTable(seed: number): GeneratedTable {
  const random = seededNumbers(seed);
  const between = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  const count = between(2, 3);
  const dimensions = Array.from({ length: count }, (_, at) =>
    generatedDimension(`d${at}`, between, MOST_CODES[count] ?? 0),
  );
  const table = withMargins(dimensions, skewedLeaves(dimensions, random));
  const rule = {
    threshold: seed % 2 === 0 ? 5 : 10,
    zerosSuppressed: seed % 5 === 0,
    ...(seed % 4 === 1 ? { sensitiveDimension: 'd1' } : {}),
  };
  const share = seed % 3 === 0 ? 0.04 : 0;
  return { table, rule, known: [...table.cells.keys()].filter(() => random() < share) };
}

type Between = (least: number, most: number) => number;

/** The most codes of a dimension, by the number of dimensions. */
const MOST_CODES: Readonly<Record<number, number>> = { 2: 14, 3: 6 };

function generatedDimension(name: string, between: Between, mostCodes: number): Dimension {
  for (;;) {
    const dimension = { name, root: grown({ level: 0, depth: between(1, 3), between, path: 'c' }) };
    if (nodesOf(dimension).length <= mostCodes) return dimension;
  }
}

function grown(at: { level: number; depth: number; between: Between; path: string }): DimensionNode {
  const { level, depth, between, path } = at;
  const code = level === 0 ? EVERYBODY : path;
  if (level === depth || (level > 0 && between(0, 3) === 0)) return { code };
  // A code of one part alone is met in real hierarchies too.
  const parts = between(level === 0 ? 2 : 1, 4 - Math.min(level, 1));
  return {
    code,
    parts: Array.from({ length: parts }, (_, part) => grown({ ...at, level: level + 1, path: `${path}${part}` })),
  };
}

/** Leaf cells: the product of the sizes of their codes, spread widely, a part of them empty. */
function skewedLeaves(dimensions: readonly Dimension[], random: () => number): CountedCell[] {
  const leaves = dimensions.map((dimension) => [...pathsOf(dimension).keys()]);
  const sizes = dimensions.map(
    (dimension) => new Map(nodesOf(dimension).map(({ code }) => [code, 3 * (random() - 0.5)])),
  );
  const typical = Math.log(12 * random() + 1);
  return crossings(leaves).map((coordinates) => {
    const size = coordinates.reduce(
      (sum, code, at) => sum + (sizes[at]?.get(code) ?? 0),
      typical + 2 * (random() - 0.5),
    );
    const persons = random() < 0.15 ? 0 : Math.floor(Math.exp(size) * (0.5 + random()));
    return { coordinates, persons, key: 0 };
  });
}
