import { printable } from '@pasarela/schema/questions/printable';
import { neutral } from '@pasarela/schema/questions/write-csv';
import { stringify } from 'csv-stringify/sync';
import type { CollectedCase } from './collect-case';
import type { Letter, LetterPart } from './letter-form';

/** A letter as text. */
export function letterText({ title, lines, parts }: Letter): string {
  const blocks = [[title, ...lines], ...parts.map((part) => [part.title, ...part.lines, ...part.rows.map(rowText)])];
  return `${blocks.map((block) => block.map(printable).join('\n')).join('\n\n')}\n`;
}

const rowText = ([name, value]: LetterPart['rows'][number]): string => `  ${name}: ${value}`;

/** A letter as a page of its own, that asks nothing of the network. */
export function letterHtml({ language, title, lines, parts }: Letter): string {
  const sections = parts.map(
    (part) =>
      `<h2>${escaped(part.title)}</h2>\n${paragraphs(part.lines)}${part.rows.length > 0 ? `<table>\n${part.rows.map(rowHtml).join('\n')}\n</table>\n` : ''}`,
  );
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>body { font: 11pt serif; margin: 2cm; } th { text-align: left; font-weight: normal; padding-right: 1em; vertical-align: top; }</style>
<h1>${escaped(title)}</h1>
${paragraphs(lines)}${sections.join('')}</html>
`;
}

const paragraphs = (lines: readonly string[]): string => lines.map((line) => `<p>${escaped(line)}</p>\n`).join('');
const rowHtml = ([name, value]: LetterPart['rows'][number]): string =>
  `<tr><th scope="row">${escaped(name)}</th><td>${escaped(value)}</td></tr>`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => printable(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] as string);

/** A letter as a table: a row for each thing held, and for each disclosure. */
export function letterCsv({ parts }: Letter): string {
  const rows = parts.flatMap(({ title, rows }) => rows.map((row) => [title, ...row].map(neutral)));
  return stringify([['part', 'name', 'value'], ...rows]);
}

/** What was collected as JSON, for whoever takes their data elsewhere. */
export const collectedJson = ({ notices: _notices, ...collected }: CollectedCase): string =>
  `${JSON.stringify(collected, null, 2)}\n`;
