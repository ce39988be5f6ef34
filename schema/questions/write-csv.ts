import { stringify } from 'csv-stringify/sync';
import type { Answer, Notice } from './answer';
import { formatPath } from './answer-path';
import { isSynthetic } from './figure';
import { isConditional } from './notice-reach';
import { printable } from './printable';
import { type Cell, type Column, rowNoticesOf, type Table } from './table';

const PROVENANCE = [
  'countingParty',
  'definition',
  'unit',
  'asOf',
  'coverageFrom',
  'coverageTo',
  'status',
  'dataset',
  'source',
  'note',
] as const;
const RULE = ['notice', 'noticeLevel', 'noticeRule', 'noticeReason', 'noticeContact'] as const;
const DISCLOSURE = ['requestId', 'purpose', 'ruleSetVersion'] as const;
const EVIDENCE = ['evidenceLog', 'leafIndex', 'leafHash'] as const;

/** One row of the file by the names of its columns; a column that a row does not name is empty there. */
export type Row = Readonly<Record<string, string | number>>;

/**
 * Writes one row for each figure: the texts of its row, the figure, its state, its provenance, what a rule
 * did to it, the disclosure and its leaf of evidence. A blank figure is an empty value with a state, never 0.
 * Below a table stands one row for each rule by which rows of it may be missing; `closing` stands last.
 * The form is that of RFC 4180: lines end in CR LF, every record has every column.
 */
export function writeCsv(tables: readonly Table[], answer: Answer, closing: readonly Row[] = []): string {
  return csvText([...figureRows(tables, answer), ...closingRowsOf(closing, answer)]);
}

/** The rows of an answer's figures. */
export const figureRows = (tables: readonly Table[], answer: Answer): Row[] =>
  tables.flatMap((table) => [
    ...emptyRow(table, answer),
    ...table.rows.flatMap((cells) => rowsOf(table, cells, answer)),
    ...missingRows(table, answer),
  ]);

/** What stands last, with the request that it is about. */
export const closingRowsOf = (closing: readonly Row[], answer: Answer): Row[] =>
  closing.map((row) => ({ ...row, ...disclosureOf(answer) }));

/** Rows as a CSV of RFC 4180. */
export function csvText(rows: readonly Row[]): string {
  const labels = [...new Set(rows.flatMap(Object.keys))].filter((name) => name.startsWith(LABEL));
  const columns = [
    'table',
    ...labels,
    'figure',
    'path',
    'value',
    'state',
    'mark',
    ...PROVENANCE,
    ...RULE,
    'ruledTexts',
    ...DISCLOSURE,
    ...EVIDENCE,
  ];
  const header = columns.map((name) => neutral(name.startsWith(LABEL) ? name.slice(LABEL.length) : name));
  const records = [header, ...rows.map((row: Row) => columns.map((name) => neutral(row[name] ?? '')))];
  return stringify(records, { record_delimiter: 'windows' });
}

/** Keeps a row's texts apart from the fixed columns, whatever their titles are. */
const LABEL = 'label:';

function rowsOf(table: Table, cells: Table['rows'][number], answer: Answer): Row[] {
  const isFigure = figureTest(table);
  const pairs = table.columns.flatMap((column, i) => (cells[i] ? [{ column, cell: cells[i], i }] : []));
  const texts = pairs.filter((pair) => !isFigure(pair));
  const figures = pairs.filter(isFigure);
  const row = {
    table: table.title,
    ...textLabels(texts),
    ...disclosureOf(answer),
    ruledTexts: ruledTexts(texts, answer),
  };
  if (figures.length === 0) return [row];
  return figures.map(({ column, cell }) => ({ ...row, ...crossLabels(column), ...figureOf(column, cell, answer) }));
}

/** A list that a rule or an outage took away whole still has its row. */
function emptyRow({ title, empty }: Table, answer: Answer): Row[] {
  if (!empty || empty.blank === 'NULL') return [];
  return [{ table: title, ...figureOf({ title: '' }, empty, answer), ...disclosureOf(answer) }];
}

/** The state of a row that is none of the answer's, but a caution about its table. */
const ROWS_MAY_BE_MISSING = 'ROWS_MAY_BE_MISSING';

function missingRows(table: Table, answer: Answer): Row[] {
  return rowNoticesOf(table, answer).map((number) => ({
    table: table.title,
    path: answer.notices[number - 1]?.path ?? '',
    state: ROWS_MAY_BE_MISSING,
    ...rulesOf([number], answer),
    ...disclosureOf(answer),
  }));
}

interface Pair {
  readonly column: Column;
  readonly cell: Cell;
  /** The position of the column. */
  readonly i: number;
}

/** Among figures, what a rule or an outage took away is taken for a figure, unless its column holds texts. */
function figureTest({ rows }: Table): (pair: Pair) => boolean {
  const amongFigures = rows.some((cells) => cells.some((cell) => cell?.figure));
  const holdsTexts = (i: number) => rows.some((cells) => cells[i]?.text !== undefined);
  return ({ cell: { figure, blank }, i }) =>
    figure !== undefined || (amongFigures && blank !== undefined && blank !== 'NULL' && !holdsTexts(i));
}

function textLabels(texts: readonly Pair[]): Row {
  return Object.fromEntries(texts.map(({ column, cell }) => [`${LABEL}${column.title}`, textOf(cell)]));
}

const textOf = ({ text, number, blank }: Cell): string | number =>
  number ?? text ?? (blank === 'NULL' ? '' : (blank ?? ''));

/** Which texts of the row a rule withholds or lowers, and how far. */
function ruledTexts(texts: readonly Pair[], { notices }: Answer): string {
  const ruled = texts.flatMap(({ column, cell }) =>
    noticesOf(cell.notices, notices).map((notice) => `${column.title}: ${extentOf(notice)}`),
  );
  return ruled.join('; ');
}

/** How far a rule goes; one that holds on some records only shows its level or more. */
function extentOf(notice: Notice): string {
  const { code, level, rule, reason } = notice;
  return `${code} ${level}${isConditional(notice) ? ' or more' : ''} (${rule ?? reason})`;
}

const noticesOf = (numbers: readonly number[] = [], notices: readonly Notice[]): Notice[] =>
  numbers.flatMap((number) => notices[number - 1] ?? []);

function crossLabels({ labels = {} }: Column): Row {
  return Object.fromEntries(Object.entries(labels).map(([name, text]) => [`${LABEL}${name}`, text]));
}

function figureOf(column: Column, { path, figure, blank, notices }: Cell, answer: Answer): Row {
  const provenance = PROVENANCE.map((name) => [name, figure?.[name] ?? '']);
  return {
    figure: column.title,
    path: formatPath(path),
    value: figure?.value ?? '',
    state: figure?.state ?? blank ?? '',
    mark: figure && isSynthetic(figure) ? 'SYNTHETIC' : '',
    ...Object.fromEntries(provenance),
    ...rulesOf(notices, answer),
  };
}

/** What the rules say of a figure; several notices stand in one cell each, in their order. */
const rulesOf = (numbers: readonly number[] | undefined, { notices }: Answer): Row =>
  ruleCells(noticesOf(numbers, notices));

/** The cells in which notices stand. */
export function ruleCells(bearing: readonly Notice[]): Row {
  const joined = (textOfNotice: (notice: Notice) => string | null) => bearing.map(textOfNotice).join('; ');
  return {
    notice: joined(({ code }) => code),
    noticeLevel: joined(({ level }) => level),
    noticeRule: joined(({ rule }) => rule ?? ''),
    noticeReason: joined(({ reason }) => reason),
    noticeContact: joined(({ contact }) => contact ?? ''),
  };
}

function disclosureOf({ disclosure, receipt }: Answer): Row {
  return {
    ...(disclosure && Object.fromEntries(DISCLOSURE.map((name) => [name, disclosure[name]]))),
    ...(receipt && { evidenceLog: receipt.log, leafIndex: receipt.index, leafHash: receipt.leafHash }),
  };
}

/** What a spreadsheet takes for the start of a formula, also in its full-width forms. */
const FORMULA_START = /^\s*[=+\-@＝＋－＠]/u;
/** The same after a character by which a spreadsheet of another region splits cells. */
const FORMULA_AFTER_SEPARATOR = /([;|])(?=\s*[=+\-@＝＋－＠])/gu;

/**
 * Keeps a spreadsheet from running a text and a terminal from obeying it: a number stays a number, a text
 * that looks like a formula gets a quote, and control characters become blanks.
 */
export function neutral(value: string | number): string | number {
  if (typeof value !== 'string') return value;
  const text = printable(value).replaceAll(FORMULA_AFTER_SEPARATOR, "$1'");
  return FORMULA_START.test(text) ? `'${text}` : text;
}
