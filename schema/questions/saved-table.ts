import type { Language } from '../localized-text';
import { ANY_POSITION, type AnswerPath, bind, expand, parsePath, patternOf, valueAt } from './answer-path';
import type { TableLayout } from './question';
import { type Cell, type CellContext, type Column, cellOf, type Table } from './table';
import { vocabularyOf } from './vocabulary';

/** What a saved table is filled from. */
export interface SavedTableInput extends CellContext {
  readonly language: Language;
}

/** Fills a table that a saved question lays out. */
export function savedTable(layout: TableLayout, input: SavedTableInput): Table {
  const rowPaths = expand(input.data, parsePath(layout.rows));
  const crossed = layout.across ? crossTable(layout.across, rowPaths, input) : { columns: [], cells: () => [] };
  const fixed = layout.columns.map(({ title }): Column => ({ title: title[input.language] }));
  return {
    title: layout.title[input.language],
    place: parsePath(layout.rows),
    columns: [...fixed, ...crossed.columns],
    rows: rowPaths.map((row) => [
      ...layout.columns.map((column) => fixedCell(column, row, input)),
      ...crossed.cells(row),
    ]),
    ...(rowPaths.length === 0 && { empty: emptyCell(layout, input) }),
  };
}

type FixedColumn = TableLayout['columns'][number];
type Across = NonNullable<TableLayout['across']>;

const positionsOf = (path: AnswerPath): number[] => path.filter((part) => typeof part === 'number');

function fixedCell({ path, signed, absent }: FixedColumn, row: AnswerPath, input: SavedTableInput): Cell {
  const pattern = typeof path === 'string' ? path : path[input.language];
  const bound = bind(parsePath(pattern), positionsOf(row));
  const value = valueAt(input.data, bound);
  const cell = cellOf(value, bound, input);
  if (signed && typeof value === 'number') return { ...cell, text: signedText(value, input.language), number: value };
  return absent && cell.blank === 'NULL' ? { path: bound, text: absent[input.language] } : cell;
}

function signedText(value: number, language: Language): string {
  return `${value > 0 ? '+' : ''}${vocabularyOf(language).number(value)}`;
}

function crossTable(across: Across, rowPaths: readonly AnswerPath[], input: SavedTableInput) {
  const entriesOf = (row: AnswerPath) =>
    expand(input.data, bind(parsePath(across.list), positionsOf(row))).map((entry, order) => ({
      label: labelOf(across, { entry, order }, input),
      cell: crossCell(across, entry, input),
    }));
  const labels = new Map(rowPaths.flatMap(entriesOf).map(({ label }) => [label.join(' · '), label]));
  const columns = [...labels].map(
    ([title, label]): Column => ({
      title,
      labels: { [across.title[input.language]]: label.join(' · ') },
      crossed: true,
    }),
  );
  const cells = (row: AnswerPath) => {
    const entries = entriesOf(row);
    return columns.map(({ title }) => entries.find(({ label }) => label.join(' · ') === title)?.cell);
  };
  return { columns, cells };
}

function labelOf(
  across: Across,
  { entry, order }: { entry: AnswerPath; order: number },
  input: SavedTableInput,
): string[] {
  if (across.labels.length === 0) return [`${across.title[input.language]} ${order + 1}`];
  const words = vocabularyOf(input.language);
  const values = across.labels.map((label) => valueAt(input.data, bind(parsePath(label), positionsOf(entry))));
  return values.filter((value) => value !== null && value !== undefined).map((value) => words.word(String(value)));
}

function crossCell(across: Across, entry: AnswerPath, input: SavedTableInput): Cell {
  const path = bind(parsePath(across.figure), positionsOf(entry));
  return cellOf(valueAt(input.data, path), path, input);
}

/** The cell of the list that has no rows: withheld, perhaps withheld, out of reach, or answered and empty. */
function emptyCell({ rows }: TableLayout, input: SavedTableInput): Cell {
  const pattern = parsePath(rows);
  const list = pattern.slice(0, pattern.indexOf(ANY_POSITION));
  const missing = list.map((_, i) => list.slice(0, i + 1)).find((path) => valueAt(input.data, path) === null);
  if (Array.isArray(valueAt(input.data, list))) return { path: patternOf(list), blank: 'NULL' };
  return cellOf(null, missing ?? patternOf(list), input);
}
