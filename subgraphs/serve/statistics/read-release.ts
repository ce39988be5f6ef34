import type { Connection } from 'mongoose';
import type { Crossing } from './crossing';
import {
  type HeldLeafRow,
  heldLeafModel,
  type ReleasedCellRow,
  releasedCellModel,
  type StoredReleaseRow,
  storedReleaseModel,
} from './stored-release.model';

/** The releases of a table that were made, the newest first. */
export const releasesOf = (table: string, connection: Connection, most: number): Promise<StoredReleaseRow[]> =>
  storedReleaseModel(connection).find({ table }).sort({ number: -1 }).limit(most).lean<StoredReleaseRow[]>();

/** The release of a table that is in force; undefined where none was made. */
export async function releaseInForce(table: string, connection: Connection): Promise<StoredReleaseRow | undefined> {
  return (await releasesOf(table, connection, 1))[0];
}

/** The cells of one crossing of a release, by the codes where they stand, joined by bars. */
export async function releasedCells(
  release: string,
  crossing: Crossing,
  connection: Connection,
): Promise<ReadonlyMap<string, ReleasedCellRow>> {
  const rows = await releasedCellModel(connection)
    .find({ release, crossing: crossing.join('|') })
    .lean<ReleasedCellRow[]>();
  return new Map(rows.map((row) => [row.coordinates.join('|'), row]));
}

/** What a release holds, from which the next goes on. */
export const heldLeaves = (release: string, connection: Connection): Promise<HeldLeafRow[]> =>
  heldLeafModel(connection).find({ release }).lean<HeldLeafRow[]>();
