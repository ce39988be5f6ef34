import { makeRelease } from '@pasarela/schema/disclosure-control/release/make-release';
import { cellId, type FrequencyTable } from '@pasarela/schema/disclosure-control/table/frequency-table';
import type { Connection } from 'mongoose';
import { liveTableForOthers } from './read-cells';
import { heldLeaves, releaseInForce } from './read-release';
import { statisticSecret } from './statistic-secret';
import type { AnyTable } from './statistic-table';
import { storeRelease } from './store-release';
import type { StoredReleaseRow } from './stored-release.model';

/** Makes the next release of a table and keeps it. One at a time for a store: whoever calls it sees to that. */
export async function makeStoredRelease(
  declared: AnyTable,
  madeAt: Date,
  connection: Connection,
): Promise<StoredReleaseRow> {
  const { name, rule, marks } = declared;
  const [table, last] = [await liveTableForOthers(declared, connection), await releaseInForce(name, connection)];
  const made = await makeRelease({
    name,
    table,
    rule,
    marks,
    madeAt,
    secret: await statisticSecret(connection),
    ...(last && { previous: await heldLeaves(last._id, connection) }),
    known: knownCells(declared, table),
    number: (last?.number ?? 0) + 1,
  });
  return storeRelease(made, declared, connection);
}

/** Cells that another table publishes: under the threshold that one suppresses them just as this one does. */
function knownCells({ alsoPublished = [], rule }: AnyTable, { cells }: FrequencyTable): ReadonlySet<string> {
  const ids = alsoPublished.map(cellId);
  return new Set(ids.filter((id) => (cells.get(id)?.persons ?? 0) >= rule.threshold));
}
