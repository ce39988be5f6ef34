import type { Language } from '@pasarela/schema/localized-text';
import { printable } from '@pasarela/schema/questions/printable';
import { neutral } from '@pasarela/schema/questions/write-csv';
import CliTable from 'cli-table3';
import { stringify } from 'csv-stringify/sync';
import type { Report, Sheet } from './sheet';
import { say } from './texts';
import { writeHtml } from './write-html';

/** In which form. */
export type ReportForm = 'text' | 'csv' | 'html';

/** Writes a report in a form. */
export function writeReport(report: Report, form: ReportForm, language: Language): string {
  if (form === 'csv') return writeCsv(report);
  return form === 'html' ? writeHtml(report, language) : writeText(report, language);
}

/** One table of all: the columns of each, and first of which table a row is. Formulas are neutralised as in answers. */
function writeCsv({ sheets }: Report): string {
  const columns = [...new Set(sheets.flatMap((sheet) => sheet.columns))];
  const lines = sheets.flatMap((sheet) =>
    sheet.rows.map((row) => [sheet.title, ...columns.map((column) => row[sheet.columns.indexOf(column)] ?? '')]),
  );
  return stringify([['', ...columns], ...lines].map((line) => line.map(neutral)));
}

function writeText({ title, remarks, sheets }: Report, language: Language): string {
  return `${[printable(title), ...remarks.map(printable), ...sheets.map((sheet) => drawn(sheet, language))].join('\n\n')}\n`;
}

function drawn({ title, columns, rows }: Sheet, language: Language): string {
  if (rows.length === 0) return `${printable(title)}\n${say('nothing', language)}`;
  const table = new CliTable({ head: [...columns], style: { head: [], border: [], compact: true } });
  for (const row of rows) table.push(row.map((cell) => printable(String(cell))));
  return `${printable(title)}\n${table.toString()}`;
}
