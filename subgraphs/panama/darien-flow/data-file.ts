import path from 'node:path';
import { readCsv } from '@pasarela/schema/codes/read-csv';
import { type ZodType, z } from 'zod';

const directory = path.join(path.dirname(require.resolve('@pasarela/panama-darien-flow/package.json')), 'data');

/** Reads one of the folder's data files, each row checked by the schema. */
export const readDataFile = <Row>(name: string, rowSchema: ZodType<Row>): Row[] =>
  readCsv(path.join(directory, name), rowSchema);

const sourceDates = readDataFile(
  'source_dates.csv',
  z.object({ source_contains: z.string().min(1), as_of: z.string() }),
);

/** When a source held or published its figures; null when the collection does not know it. */
export function asOfSource(source: string): string | null {
  return sourceDates.find(({ source_contains }) => source.includes(source_contains))?.as_of ?? null;
}

/** A number of persons as a CSV cell holds it. */
export const persons = z.string().regex(/^\d+$/).transform(Number);
