import { makeRelease } from '@pasarela/schema/disclosure-control/release/make-release';
import { cellId, type FrequencyTable } from '@pasarela/schema/disclosure-control/table/frequency-table';
import type { Connection } from 'mongoose';
import { frozenFigure } from './frozen-figure';
import { liveTableForOthers } from './read-cells';
import { heldLeaves, releaseInForce } from './read-release';
import { releaseMarks } from './release-marks';
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
  const { name, rule } = declared;
  const table = await liveTableForOthers(declared, madeAt, connection);
  const last = await releaseInForce(name, connection);
  const previous = last && (await heldLeaves(last._id, connection));
  const made = await makeRelease({
    name,
    table,
    rule,
    marks: await releaseMarks(declared, { madeAt, last }, connection),
    madeAt,
    secret: await statisticSecret(connection),
    ...(previous && { previous }),
    known: knownCells(declared, table),
    number: (last?.number ?? 0) + 1,
  });
  const figure = await frozenFigure(declared, { made, last, previous }, connection);
  return storeRelease({ ...made, figure }, declared, connection);
}

/** Cells that another table publishes too: under its threshold that one suppresses them just as this one does. */
function knownCells(
  { alsoPublished = [], alsoPublishedFrom, rule }: AnyTable,
  { cells }: FrequencyTable,
): ReadonlySet<string> {
  const ids = alsoPublished.map(cellId);
  return new Set(ids.filter((id) => (cells.get(id)?.persons ?? 0) >= (alsoPublishedFrom ?? rule.threshold)));
}
