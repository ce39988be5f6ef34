import type { Connection, Model } from 'mongoose';
import { CellIncrements } from './cell-increments';
import { changeMark } from './change-mark';
import { statisticSecret } from './statistic-secret';
import { type DomainStatistics, recountedTalliesOf } from './statistic-table';

/** A record that is counted, as stored. */
export interface CountedRecord {
  readonly _id: string;
}

/** A change of one counted record. */
export interface CountedChange<Row extends CountedRecord> {
  readonly statistics: DomainStatistics;
  readonly model: Model<Row>;
  readonly id: string;
  /** The values that change, by their fields; `DELETED` deletes the record, null leaves it as it is. */
  readonly to: (row: Row) => Partial<Row> | typeof DELETED | null;
}

/** That a change deletes the record. */
export const DELETED = Symbol('deleted');

/**
 * Changes one record and, with the same write, the cells of every table that counts it. Gives what was changed, null
 * where there is no such record or nothing to change.
 *
 * INVARIANT: the record is written only as it was read, in all that a table reads of it; who changed it meanwhile is
 * read again. A process that is killed between the two leaves a mark, and the cells are counted anew (`mend-cells.ts`).
 */
export async function changeCounted<Row extends CountedRecord>(
  change: CountedChange<Row>,
  connection: Connection,
): Promise<Row | null> {
  const { statistics, model, id, to } = change;
  for (;;) {
    const before = await model.findById(id).lean<Row>();
    const changed = before && to(before);
    if (!before || !changed) return null;
    await changeMark(connection).begin();
    const asRead = { _id: id, ...readValues(before, statistics.reads) } as never;
    const written = await writeRecord(model, asRead, changed);
    if (written) await writeCells(statistics, { before, after: afterOf(before, changed) }, connection);
    changeMark(connection).end();
    if (written) return before;
  }
}

async function writeRecord<Row>(
  model: Model<Row>,
  asRead: never,
  changed: Partial<Row> | typeof DELETED,
): Promise<boolean> {
  if (changed === DELETED) return (await model.deleteOne(asRead)).deletedCount === 1;
  return (await model.updateOne(asRead, { $set: changed } as never)).matchedCount === 1;
}

const afterOf = <Row extends object>(before: Row, changed: Partial<Row> | typeof DELETED): Row | null =>
  changed === DELETED ? null : { ...before, ...changed };

async function writeCells(
  statistics: DomainStatistics,
  { before, after }: { readonly before: object; readonly after: object | null },
  connection: Connection,
): Promise<void> {
  const increments = new CellIncrements(recountedTalliesOf(statistics), await statisticSecret(connection));
  increments.change(before, after);
  await increments.write(connection);
}

/** What stands at some paths of a record; null where nothing does, as a store reads it. */
function readValues(record: object, paths: readonly string[]): Record<string, unknown> {
  const at = (path: string): unknown =>
    path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | null)?.[name], record);
  return Object.fromEntries(paths.map((path) => [path, at(path) ?? null]));
}
