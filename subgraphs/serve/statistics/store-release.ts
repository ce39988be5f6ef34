import type { ProtectionRule } from '@pasarela/schema/disclosure-control/protection-rule';
import type { MadeRelease, ReleasedCell } from '@pasarela/schema/disclosure-control/release/release';
import type { Dimension } from '@pasarela/schema/disclosure-control/table/dimension';
import type { Connection, Model } from 'mongoose';
import { depthsOf } from './crossing';
import type { AnyTable } from './statistic-table';
import {
  type HeldLeafRow,
  heldLeafModel,
  type ReleasedCellRow,
  releasedCellModel,
  type StoredReleaseRow,
  storedReleaseModel,
} from './stored-release.model';

/**
 * Keeps a release: its cells, what it holds, its head last. INVARIANT: cut off anywhere before the head, the earlier
 * release stays in force, and what was written goes when the number is made again.
 */
export async function storeRelease(
  made: Pick<MadeRelease, 'release' | 'held'> & { readonly figure: number | null },
  { dimensions, rule }: Pick<AnyTable, 'dimensions' | 'rule'>,
  connection: Connection,
): Promise<StoredReleaseRow> {
  const { release, held, figure } = made;
  const head = { ...headOf(release, rule), figure };
  const cells = release.cells.map((cell) => cellRow(cell, head._id, dimensions));
  const leaves = held.map(
    (leaf): HeldLeafRow => ({ ...leaf, _id: [head._id, ...leaf.coordinates].join('|'), release: head._id }),
  );
  await writeAnew(releasedCellModel(connection), head._id, cells);
  await writeAnew(heldLeafModel(connection), head._id, leaves);
  await storedReleaseModel(connection).insertMany([head], { lean: true });
  // Only the newest release is gone on from.
  await heldLeafModel(connection).deleteMany({ release: idOf(head.table, head.number - 1) });
  return head;
}

/** The id of a release. */
export const idOf = (table: string, number: number): string => `${table}|${number}`;

function headOf(
  { name, number, madeAt, marks, published, suppressed }: MadeRelease['release'],
  rule: ProtectionRule,
): Omit<StoredReleaseRow, 'figure'> {
  return {
    _id: idOf(name, number),
    table: name,
    number,
    madeAt: madeAt.toISOString(),
    published,
    suppressed,
    threshold: rule.threshold,
    roundTo: rule.roundTo ?? null,
    marks,
  };
}

function cellRow(cell: ReleasedCell, release: string, dimensions: readonly Dimension[]): ReleasedCellRow {
  const crossing = depthsOf(cell.coordinates, dimensions).join('|');
  return { ...cell, _id: [release, ...cell.coordinates].join('|'), release, crossing };
}

async function writeAnew<Row extends { readonly release: string }>(
  model: Model<Row>,
  release: string,
  rows: readonly Row[],
): Promise<void> {
  await model.deleteMany({ release } as never);
  await model.insertMany([...rows], { lean: true });
}
