import { type Marks, strictestMarks } from '@pasarela/schema/disclosure-control/inheritance/strictest-marks';
import type { Connection } from 'mongoose';
import { liveCellsForOthers } from './read-cells';
import type { AnyTable } from './statistic-table';
import type { StoredReleaseRow } from './stored-release.model';

/**
 * The marks of a release: the strictest of the table's own and of all who are counted in it.
 *
 * INVARIANT: never freer than what is in it. A release may hold people whom the last one held and who are gone since,
 * so it is never freer than the last one either.
 */
export async function releaseMarks(
  table: AnyTable,
  { madeAt, last }: { readonly madeAt: Date; readonly last: StoredReleaseRow | undefined },
  connection: Connection,
): Promise<Marks> {
  const inputs = [table.marks, ...(last ? [last.marks] : [])];
  if (!table.marksOf) return strictestMarks(inputs);
  const cells = await liveCellsForOthers(table, madeAt, connection);
  const classes = new Set(cells.filter(({ persons }) => persons > 0).map(({ releaseClass }) => releaseClass));
  return strictestMarks([...inputs, ...[...classes].map((releaseClass) => table.marksOf?.(releaseClass) as Marks)]);
}
