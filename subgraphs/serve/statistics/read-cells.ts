import {
  type CountedCell,
  type FrequencyTable,
  withMargins,
} from '@pasarela/schema/disclosure-control/table/frequency-table';
import type { Connection } from 'mongoose';
import { type StatisticCellRow, statisticCellModel } from './statistic-cell.model';
import type { AnyTable, AnyTally } from './statistic-table';

/** A table as it stands now, of everybody: the owner's alone. */
export const liveTable = async ({ name, dimensions }: AnyTable, connection: Connection): Promise<FrequencyTable> =>
  withMargins(dimensions, (await liveCells(name, connection)).map(countedCell));

/** A table as it stands now, of those alone who may be counted for others: what a release is made of. */
export async function liveTableForOthers(table: AnyTable, at: Date, connection: Connection): Promise<FrequencyTable> {
  return withMargins(table.dimensions, (await liveCellsForOthers(table, at, connection)).map(countedCell));
}

/** The stored cells of a tally as they stand now, of everybody: the owner's alone. */
export const liveCells = (name: string, connection: Connection): Promise<StatisticCellRow[]> =>
  statisticCellModel(connection).find({ table: name }).lean<StatisticCellRow[]>();

/** The stored cells of those alone who may be counted for others at an instant. */
export async function liveCellsForOthers(
  tally: AnyTally,
  at: Date,
  connection: Connection,
): Promise<StatisticCellRow[]> {
  const rows = await liveCells(tally.name, connection);
  return rows.filter(({ releaseClass }) => tally.countedForOthers(releaseClass, at));
}

const countedCell = ({ coordinates, persons, key }: StatisticCellRow): CountedCell => ({ coordinates, persons, key });
