import type { Language } from '@pasarela/schema/localized-text';
import { printable } from '@pasarela/schema/questions/printable';
import type { Report, Sheet } from './sheet';
import { say } from './texts';

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}' +
  'table{border-collapse:collapse;width:100%;margin:.5rem 0 2rem;font-size:.875rem}' +
  'th,td{border:1px solid #999;padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}' +
  'td.number{text-align:right}@media print{body{margin:0}}';

/** Writes a report as one page that loads nothing and runs nothing; whatever stands in it is text. */
export function writeHtml({ title, remarks, sheets }: Report, language: Language): string {
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head><meta charset="utf-8">',
    // INVARIANT: even were something in it taken for markup, it could load and run nothing.
    `<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escaped(title)}</title><style>${STYLE}</style></head>`,
    `<body><h1>${escaped(title)}</h1>`,
    ...remarks.map((remark) => `<p>${escaped(remark)}</p>`),
    ...sheets.map((sheet) => section(sheet, language)),
    '</body></html>\n',
  ].join('\n');
}

function section({ title, columns, rows }: Sheet, language: Language): string {
  const head = `<h2>${escaped(title)}</h2>`;
  if (rows.length === 0) return `${head}<p>${say('nothing', language)}</p>`;
  const heads = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map(cellOf).join('')}</tr>`).join('\n');
  return `${head}<table><thead><tr>${heads}</tr></thead><tbody>\n${body}\n</tbody></table>`;
}

const cellOf = (cell: string | number): string =>
  typeof cell === 'number' ? `<td class="number">${cell}</td>` : `<td>${escaped(cell)}</td>`;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => printable(text).replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] as string);
