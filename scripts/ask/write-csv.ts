import { stringify } from 'csv-stringify/sync';
import type { Answer, Notice } from './answer';
import { formatPath } from './answer-path';
import { isSynthetic } from './figure';
import { printable } from './printable';
import type { Cell, Column, Table } from './table';

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

type Row = Record<string, string | number>;

/**
 * Writes one row for each figure: the texts of its row, the figure, its state, its provenance, what a rule
 * did to it, and the disclosure. A blank figure is an empty value with a state, never 0.
 */
export function writeCsv(tables: readonly Table[], answer: Answer): string {
  const rows = tables.flatMap((table) => [
    ...emptyRow(table, answer),
    ...table.rows.flatMap((cells) => rowsOf(table, cells, answer)),
  ]);
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
  ];
  const header = columns.map((name) => neutral(name.startsWith(LABEL) ? name.slice(LABEL.length) : name));
  return stringify([header, ...rows.map((row) => columns.map((name) => neutral(row[name] ?? '')))]);
}

/** Keeps a row's texts apart from the fixed columns, whatever their titles are. */
const LABEL = 'label:';

function rowsOf(table: Table, cells: Table['rows'][number], answer: Answer): Row[] {
  const isFigure = figureTest(table);
  const pairs = table.columns.flatMap((column, i) => (cells[i] ? [{ column, cell: cells[i] }] : []));
  const texts = pairs.filter(({ cell }) => !isFigure(cell));
  const figures = pairs.filter(({ cell }) => isFigure(cell));
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

interface Pair {
  readonly column: Column;
  readonly cell: Cell;
}

/** Among figures, what a rule or an outage took away is taken for a figure: it gets a row of its own. */
function figureTest({ rows }: Table): (cell: Cell) => boolean {
  const amongFigures = rows.some((cells) => cells.some((cell) => cell?.figure));
  return ({ figure, blank }) => figure !== undefined || (amongFigures && (blank === 'WITHHELD' || blank === 'OUTAGE'));
}

function textLabels(texts: readonly Pair[]): Row {
  return Object.fromEntries(texts.map(({ column, cell }) => [`${LABEL}${column.title}`, textOf(cell)]));
}

const textOf = ({ text, number, blank }: Cell): string | number =>
  number ?? text ?? (blank === 'NULL' ? '' : (blank ?? ''));

/** Which texts of the row a rule withholds or lowers, and how far. */
function ruledTexts(texts: readonly Pair[], { notices }: Answer): string {
  const ruled = texts.flatMap(({ column, cell }) => {
    const notice = cell.notice === undefined ? undefined : notices[cell.notice - 1];
    return notice ? [`${column.title}: ${notice.code} ${notice.level} (${notice.rule ?? notice.reason})`] : [];
  });
  return ruled.join('; ');
}

function crossLabels({ labels = {} }: Column): Row {
  return Object.fromEntries(Object.entries(labels).map(([name, text]) => [`${LABEL}${name}`, text]));
}

function figureOf(column: Column, { path, figure, blank, notice }: Cell, { notices }: Answer): Row {
  const provenance = PROVENANCE.map((name) => [name, figure?.[name] ?? '']);
  return {
    figure: column.title,
    path: formatPath(path),
    value: figure?.value ?? '',
    state: figure?.state ?? blank ?? '',
    mark: figure && isSynthetic(figure) ? 'SYNTHETIC' : '',
    ...Object.fromEntries(provenance),
    ...(notice !== undefined && ruleOf(notices[notice - 1])),
  };
}

function ruleOf(notice: Notice | undefined): Row {
  if (!notice) return {};
  const { code, level, rule, reason, contact } = notice;
  return {
    notice: code,
    noticeLevel: level,
    noticeRule: rule ?? '',
    noticeReason: reason,
    noticeContact: contact ?? '',
  };
}

function disclosureOf({ disclosure }: Answer): Row {
  return disclosure ? Object.fromEntries(DISCLOSURE.map((name) => [name, disclosure[name]])) : {};
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
