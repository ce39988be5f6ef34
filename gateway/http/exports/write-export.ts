import { answerSchema } from '@pasarela/schema/questions/answer';
import { closingRows } from '@pasarela/schema/questions/closing-rows';
import { tablesOf } from '@pasarela/schema/questions/tables-of';
import { closingRowsOf, csvText, figureRows, type Row } from '@pasarela/schema/questions/write-csv';
import type { ExportJob } from '../../exports/export-job';

/** An export's pages, a line each: what `POST /graphql` would have answered, with its own receipt. */
export async function* ndjsonOf({ options }: ExportJob): AsyncGenerator<string> {
  for await (const page of options.file.read()) yield `${page}\n`;
}

/** An export as one file for spreadsheets: the rows of all pages, each with the leaf of its page. */
export async function csvOf({ options }: ExportJob): Promise<string> {
  const { question, received, file } = options;
  const { language } = received;
  const texts = { notes: question?.notes ?? { en: [], es: [] } };
  const rows: Row[] = [];
  let closing: Row[] = [];
  for await (const page of file.read()) {
    const answer = answerSchema.parse(JSON.parse(page));
    rows.push(...figureRows(tablesOf(question?.tables, answer, language), answer));
    closing = closingRowsOf(closingRows({ question: texts, answer, language }), answer);
  }
  return csvText([...rows, ...closing]);
}

/** How far an export is, in its requester's words. */
export function progressOf({ options, state, pages, rows, refusal, expiresAt }: ExportJob) {
  const { id, file } = options;
  const data = `/exports/${id}/data`;
  return {
    id,
    state,
    pages,
    rows,
    bytes: file.bytes,
    expiresAt: expiresAt.toISOString(),
    ...(state === 'DONE' && { ndjson: data, csv: `${data}?format=csv` }),
    ...(refusal && { errors: refusal.body.errors }),
  };
}
