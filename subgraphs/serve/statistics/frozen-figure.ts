import type { HeldLeaf } from '@pasarela/schema/disclosure-control/perturbation/held-leaves';
import type { MadeRelease } from '@pasarela/schema/disclosure-control/release/release';
import { cellId } from '@pasarela/schema/disclosure-control/table/frequency-table';
import type { Connection } from 'mongoose';
import type { AnyTable } from './statistic-table';
import type { StoredReleaseRow } from './stored-release.model';

/** A release that is being made, and the one before it. */
interface Making {
  readonly made: Pick<MadeRelease, 'release' | 'held'>;
  readonly last: StoredReleaseRow | undefined;
  readonly previous: readonly HeldLeaf[] | undefined;
}

/**
 * The figure that a release freezes of one of its cells; null where the cell is suppressed or the table has none.
 *
 * INVARIANT: it is worked out anew only when the cell moves, so that it changes with a group of people and never with
 * one alone. What is suppressed is worked out anew once it is told.
 */
export async function frozenFigure(
  { figure }: AnyTable,
  { made: { release, held }, last, previous }: Making,
  connection: Connection,
): Promise<number | null> {
  if (!figure) return null;
  const at = cellId(figure.leaf);
  const isSuppressed = release.cells.every(({ coordinates, state }) => cellId(coordinates) !== at || state !== 'VALUE');
  if (isSuppressed) return null;
  const movesIn = (leaves: readonly HeldLeaf[]) => leaves.find(({ coordinates }) => cellId(coordinates) === at)?.moves;
  const hasMoved = !previous || movesIn(previous) !== movesIn(held);
  const kept = last?.figure ?? null;
  return hasMoved || kept === null ? figure.workOut(release.madeAt, connection) : kept;
}
