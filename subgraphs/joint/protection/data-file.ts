import path from 'node:path';
import { readCsv } from '@pasarela/schema/codes/read-csv';
import type { ZodType } from 'zod';

const directory = path.join(path.dirname(require.resolve('@pasarela/joint-protection/package.json')), 'data');

/** Reads one of the folder's data files, each row checked by the schema. */
export const readDataFile = <Row>(name: string, rowSchema: ZodType<Row>): Row[] =>
  readCsv(path.join(directory, name), rowSchema);
