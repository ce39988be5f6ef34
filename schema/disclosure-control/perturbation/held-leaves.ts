import { type Coordinates, type CountedCell, cellId } from '../table/frequency-table';
import { keyedInteger } from './record-key';

/** What the releases of a table say of one leaf, for the owner's store alone: from it the next release goes on. */
export interface HeldLeaf {
  readonly coordinates: Coordinates;
  /** The people and the sum of their record keys as they were when the leaf last moved. */
  readonly persons: number;
  readonly key: number;
  /** How often it moved since the first release. */
  readonly moves: number;
}

/** What holds the leaves of one table. */
export interface Holding {
  /** The table's name. */
  readonly name: string;
  readonly threshold: number;
  readonly secret: Uint8Array;
}

/** A leaf moves when it differs by at least the threshold, and by at most so many thresholds. */
export const WIDEST_HOLD = 6;

/**
 * The leaves that the next release is made of: each keeps what it held until the live count has gone far enough from it.
 *
 * INVARIANT: a leaf's held count changes by 0 or by at least the threshold.
 *
 * @param previous what the last release held; none at the first release, which takes the live state. A leaf that it
 *   does not know held nobody.
 */
export function holdLeaves(
  holding: Holding,
  live: readonly CountedCell[],
  previous: readonly HeldLeaf[] | undefined,
): HeldLeaf[] {
  if (!previous) return live.map(({ coordinates, persons, key }) => ({ coordinates, persons, key, moves: 0 }));
  const held = new Map(previous.map((leaf) => [cellId(leaf.coordinates), leaf]));
  return live.map((cell) => {
    const { coordinates } = cell;
    return nextHeld(holding, cell, held.get(cellId(coordinates)) ?? { coordinates, persons: 0, key: 0, moves: 0 });
  });
}

function nextHeld(holding: Holding, { coordinates, persons, key }: CountedCell, held: HeldLeaf): HeldLeaf {
  const distance = Math.abs(persons - held.persons);
  if (distance < holding.threshold || distance < holdOf(holding, held)) return held;
  return { coordinates, persons, key, moves: held.moves + 1 };
}

/** By how many people a leaf must differ to move next: from the threshold to its multiple, drawn anew after each move, never told. */
function holdOf({ name, threshold, secret }: Holding, { coordinates, moves }: HeldLeaf): number {
  const choices = (WIDEST_HOLD - 1) * threshold + 1;
  return threshold + keyedInteger(secret, ['hold', name, String(moves), ...coordinates], choices);
}
