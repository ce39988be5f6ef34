import type { Language } from '@pasarela/schema/localized-text';
import { type Answer, isRefused } from '@pasarela/schema/questions/answer';
import { holdsSynthetic, isRecord } from '@pasarela/schema/questions/figure';
import { printable } from '@pasarela/schema/questions/printable';
import type { Question } from '@pasarela/schema/questions/question';
import { rowNoticesOf, type Table } from '@pasarela/schema/questions/table';
import { vocabularyOf } from '@pasarela/schema/questions/vocabulary';
import { inkOf } from './ink';
import { type Pen, section } from './pen';
import { blanksPart, figuresPart } from './print-figures';
import { drawTable, noticeMark } from './print-table';
import { disclosurePart, refusalPart, ruledParts } from './print-terms';
import { Footnotes } from './provenance';
import { fill, TEXTS } from './texts';

/** What is printed, and how. */
export interface PrintInput {
  readonly question: Pick<Question, 'id' | 'title' | 'notes'>;
  readonly answer: Answer;
  readonly tables: readonly Table[];
  readonly language: Language;
  readonly coloured: boolean;
}

/** The answer as a reader sees it: title, tables, provenance, what is withheld and why, cautions, terms. */
export function printAnswer(input: PrintInput): string {
  const { answer, tables, language } = input;
  const pen: Pen = {
    texts: TEXTS[language],
    words: vocabularyOf(language),
    footnotes: new Footnotes(tables),
    ink: inkOf(input.coloured),
  };
  const body = answer.dryRun
    ? [dryRunPart(answer.dryRun, pen)]
    : [...tableParts(input, pen), figuresPart(pen), blanksPart(tables, pen)];
  const parts = [
    titlePart(input, pen),
    refusalPart(answer, pen),
    ...body,
    ...ruledParts(answer, pen),
    isRefused(answer) ? '' : notesPart(input, pen),
    disclosurePart(answer, pen),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function titlePart({ question: { id, title }, language }: PrintInput, { ink }: Pen): string {
  return title ? ink.bold(`${id}. ${title[language]}`) : '';
}

function tableParts(input: PrintInput, pen: Pen): string[] {
  const { tables, answer } = input;
  const { texts, ink } = pen;
  const drawn = tables.map((table) =>
    [
      ink.bold(printable(table.title)),
      table.rows.length > 0 ? drawTable(table, pen) : emptyText(table, pen),
      ...missingRowsLine(table, input, pen),
    ].join('\n'),
  );
  return [
    holdsSynthetic(answer.data) ? ink.bold(texts.syntheticResult) : '',
    ...drawn,
    hasMore(answer.data) ? texts.moreRows : '',
  ];
}

function emptyText({ empty }: Table, { texts, words }: Pen): string {
  if (!empty || empty.blank === 'NULL') return texts.noRows;
  return `${words.word(empty.blank ?? '')}${noticeMark(empty.notices)}`;
}

/** Once below a table, however many rows it has: that rows may be missing from it. */
function missingRowsLine(table: Table, { answer }: PrintInput, { texts }: Pen): string[] {
  const numbers = rowNoticesOf(table, answer);
  return numbers.length === 0 ? [] : [fill(texts.rowsMayBeMissing, { notices: noticeMark(numbers).trim() })];
}

function hasMore(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasMore);
  return isRecord(value) && (value.hasNextPage === true || Object.values(value).some(hasMore));
}

function dryRunPart({ cost, subgraphs, coordinates }: NonNullable<Answer['dryRun']>, { texts, ink }: Pen): string {
  const lines = [
    `${texts.cost}: ${cost}`,
    `${texts.subgraphs}: ${subgraphs.join(', ') || texts.none}`,
    `${texts.fieldsShown}: ${coordinates.join(', ') || texts.none}`,
  ];
  return section(texts.dryRunTitle, lines.map(printable), ink);
}

function notesPart({ question: { notes }, language }: PrintInput, { texts, ink }: Pen): string {
  return notes
    ? section(
        texts.notes,
        notes[language].map((note) => `- ${note}`),
        ink,
      )
    : '';
}
