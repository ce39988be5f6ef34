import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { ZodType } from 'zod';

/**
 * Reads a CSV file with a header row; each row is checked by the schema. A row that does not fit stops
 * the reading with the file's name, the line and what is wrong.
 */
export function readCsv<Row>(file: string, rowSchema: ZodType<Row>): Row[] {
  const records = parse(readFileSync(file), {
    columns: true,
    bom: true,
    info: true,
    skip_empty_lines: true,
    relax_column_count: true,
  });
  return (records as unknown as Array<{ record: unknown; info: { lines: number } }>).map(({ record, info }) => {
    const row = rowSchema.safeParse(record);
    if (row.success) return row.data;
    const issue = row.error.issues[0];
    throw new Error(`${file}:${info.lines}: ${issue?.path.join('.')}: ${issue?.message}`);
  });
}
