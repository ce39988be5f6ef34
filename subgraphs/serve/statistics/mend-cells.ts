import type { Connection } from 'mongoose';
import { CellIncrements } from './cell-increments';
import { changeMark } from './change-mark';
import { statisticCellModel } from './statistic-cell.model';
import { statisticChangeModel } from './statistic-change.model';
import { statisticSecret } from './statistic-secret';
import { type DomainStatistics, recountedTalliesOf } from './statistic-table';

/** Hears how many records were counted so far, and how many there are. */
export type CountProgress = (done: number, total: number) => void;

const TELL_EVERY = 2_000;

/**
 * Counts every record anew and writes the cells of all tables but of those that are counted once. Nobody else may
 * write meanwhile: it is done before a domain answers, or on a store that is stopped. Cut off, `mendCells` does it again.
 */
export async function rebuildCells(
  statistics: DomainStatistics,
  connection: Connection,
  progress: CountProgress = () => undefined,
): Promise<void> {
  const mark = changeMark(connection);
  await mark.begin();
  const tallies = recountedTalliesOf(statistics);
  const increments = new CellIncrements(tallies, await statisticSecret(connection));
  const total = await statistics.count(connection);
  let done = 0;
  for await (const record of statistics.records(connection)) {
    increments.change(null, record);
    done += 1;
    if (done % TELL_EVERY === 0 || done === total) progress(done, total);
  }
  const cells = statisticCellModel(connection);
  await cells.deleteMany({ table: { $in: tallies.map(({ name }) => name) } });
  await cells.insertMany(increments.rows(), { lean: true });
  mark.end();
  await mark.clear();
}

/**
 * Counts anew where a process was killed between a record and its cells; says whether it did. INVARIANT: a domain does
 * it before it answers, so that no figure is told of which a part is missing.
 */
export async function mendCells(statistics: DomainStatistics, connection: Connection): Promise<boolean> {
  const begun = await statisticChangeModel(connection).find().lean<Array<{ _id: string }>>();
  if (begun.length === 0) return false;
  await rebuildCells(statistics, connection);
  await statisticChangeModel(connection).deleteMany({ _id: { $in: begun.map(({ _id }) => _id) } });
  return true;
}
