import path from 'node:path';
import { readCsv } from '@pasarela/schema/codes/read-csv';
import type { ZodType } from 'zod';

const directory = path.join(path.dirname(require.resolve('@pasarela/panama-repatriation/package.json')), 'data');

/** Reads one of the folder's data files, each row checked by the schema. */
export const readDataFile = <Row>(name: string, rowSchema: ZodType<Row>): Row[] =>
  readCsv(path.join(directory, name), rowSchema);

/** The day, month or year that a printed date begins with: `2024-10 (mid)` is 2024-10. */
export function dateOf(printed: string): string {
  const date = printed.match(/^\d{4}(-\d{2}(-\d{2})?)?/)?.[0];
  if (!date) throw new Error('A printed date begins with a year.');
  return date;
}
