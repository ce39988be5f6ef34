import {
  type CountedCell,
  type FrequencyTable,
  withMargins,
} from '@pasarela/schema/disclosure-control/table/frequency-table';
import type { Connection } from 'mongoose';
import { type StatisticCellRow, statisticCellModel } from './statistic-cell.model';
import type { AnyTable } from './statistic-table';

/** A table as it stands now, of everybody: the owner's alone. */
export const liveTable = (table: AnyTable, connection: Connection): Promise<FrequencyTable> =>
  readTable(table, connection, () => true);

/** A table as it stands now, of those alone who may be counted for others: what a release is made of. */
export const liveTableForOthers = (table: AnyTable, connection: Connection): Promise<FrequencyTable> =>
  readTable(table, connection, (releaseClass) => table.countedForOthers(releaseClass));

async function readTable(
  { name, dimensions }: AnyTable,
  connection: Connection,
  isCounted: (releaseClass: string) => boolean,
): Promise<FrequencyTable> {
  const rows = await statisticCellModel(connection).find({ table: name }).lean<StatisticCellRow[]>();
  return withMargins(
    dimensions,
    rows
      .filter(({ releaseClass }) => isCounted(releaseClass))
      .map(({ coordinates, persons, key }): CountedCell => ({ coordinates, persons, key })),
  );
}
