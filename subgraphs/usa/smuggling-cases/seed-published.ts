import path from 'node:path';
import { readCsv } from '@pasarela/schema/codes/read-csv';
import type { Connection } from 'mongoose';
import { z } from 'zod';
import { TaskForceMeasure } from './task-force-result';
import { type TaskForceResultRow, taskForceResultModel } from './task-force-result.model';

const FILE = 'jtfa_results.csv';
const file = path.join(path.dirname(require.resolve('@pasarela/usa-smuggling-cases/package.json')), 'data', FILE);

const MEASURES = new Map([
  ['JTFA arrests', TaskForceMeasure.ARRESTS],
  ['US convictions', TaskForceMeasure.US_CONVICTIONS],
  ['sentenced', TaskForceMeasure.SENTENCED],
]);

const list = z.string().transform((text) => text.split(' / '));
const jtfaRow = z
  .object({
    period: z.string().regex(/^\d{4}-\d{2}$/),
    measure: list.refine((names) => names.every((name) => MEASURES.has(name)), 'a measure that is not known'),
    value: list.refine((values) => values.every((value) => /^\d+$/.test(value)), 'a value that is not a whole number'),
    source: z.string().url(),
  })
  .refine(({ measure, value }) => measure.length === value.length, 'as many values as measures');

/** Writes the published results; one row of the file may hold several, parted by " / ". */
export async function seedPublished(connection: Connection): Promise<void> {
  const rows = readCsv(file, jtfaRow).toSorted((a, b) => a.period.localeCompare(b.period));
  const results = rows.flatMap(resultsOf).map((result, ordinal) => ({ ...result, ordinal }));
  await taskForceResultModel(connection).insertMany(results, { lean: true });
}

function resultsOf({
  period,
  measure,
  value,
  source,
}: z.infer<typeof jtfaRow>): Array<Omit<TaskForceResultRow, 'ordinal'>> {
  return measure.map((name, index) => {
    const kind = MEASURES.get(name) as TaskForceMeasure;
    return {
      _id: `${period}:${kind}`,
      asOf: period,
      measure: kind,
      value: Number(value[index]),
      source,
      dataset: FILE,
    };
  });
}
