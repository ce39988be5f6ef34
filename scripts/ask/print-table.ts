import { isSynthetic } from '@pasarela/schema/questions/figure';
import { printable } from '@pasarela/schema/questions/printable';
import type { Cell, Column, Table } from '@pasarela/schema/questions/table';
import type { Vocabulary } from '@pasarela/schema/questions/vocabulary';
import CliTable from 'cli-table3';
import type { Ink } from './ink';
import type { Footnotes } from './provenance';

/** What a table is drawn with. */
export interface TablePen {
  readonly words: Vocabulary;
  readonly footnotes: Footnotes;
  readonly ink: Ink;
}

interface Pen extends TablePen {
  /** By column: the footnote in the head; it holds for the figures that have no mark of their own. */
  readonly shared: ReadonlyArray<number | undefined>;
}

const WIDEST_TEXT = 44;
const WIDEST_HEAD = 18;

/** Draws a table: figures with their footnotes, blanks with their state. */
export function drawTable(table: Table, tablePen: TablePen): string {
  const pen: Pen = { ...tablePen, shared: table.columns.map((_, i) => sharedFootnote(table, i, tablePen.footnotes)) };
  const drawing = new CliTable({
    head: table.columns.map((column, i) => pen.ink.bold(headOf(column, i, { table, pen }))),
    colAligns: table.columns.map((_, i) => (isNumeric(table, i) ? 'right' : 'left')),
    style: { head: [], border: [], compact: true },
  });
  for (const row of table.rows) drawing.push(drawRow(table.columns, row, pen) as never);
  return drawing.toString();
}

/** The footnote of most of a column's figures; one lone figure keeps its own mark. */
function sharedFootnote({ rows }: Table, i: number, footnotes: Footnotes): number | undefined {
  const numbers = rows.flatMap((row) => (row[i]?.figure ? [footnotes.numberOf(row[i].figure)] : []));
  return numbers.find(
    (number) => numbers.length > 1 && numbers.filter((other) => other === number).length * 2 > numbers.length,
  );
}

function headOf({ title }: Column, i: number, { table, pen }: { table: Table; pen: Pen }): string {
  const synthetic = table.rows.some((row) => row[i]?.figure && isSynthetic(row[i].figure));
  const shared = pen.shared[i];
  const words = [
    printable(title),
    synthetic && `(${pen.words.word('SYNTHETIC')})`,
    shared !== undefined && `[${shared}]`,
  ];
  return wrapped(words.filter(Boolean).join(' '), WIDEST_HEAD);
}

const isNumeric = ({ rows }: Table, i: number): boolean =>
  rows.some((row) => row[i]?.figure || row[i]?.number !== undefined);

interface Span {
  readonly crossed: boolean;
  readonly cells: Array<Cell | undefined>;
  readonly footnotes: Set<number>;
  readonly notices: Set<number>;
}

/** Runs of the same blank state in a cross table are drawn as one cell, so that rows stay readable. */
function drawRow(columns: readonly Column[], row: Table['rows'][number], pen: Pen): unknown[] {
  const spans: Span[] = [];
  columns.forEach(({ crossed = false }, i) => {
    const cell = row[i];
    const last = spans.at(-1);
    const joins =
      crossed && last?.crossed && blankState(cell) !== undefined && blankState(cell) === blankState(last.cells[0]);
    const span = joins ? last : { crossed, cells: [], footnotes: new Set<number>(), notices: new Set<number>() };
    if (!joins) spans.push(span);
    span.cells.push(cell);
    for (const notice of cell?.notices ?? []) span.notices.add(notice);
    const number = cell?.figure && pen.footnotes.numberOf(cell.figure);
    if (number !== undefined && pen.shared[i] !== number) span.footnotes.add(number);
  });
  return spans.map((span) => drawSpan(span, pen));
}

function blankState(cell: Cell | undefined): string | undefined {
  if (cell?.figure) return cell.figure.value === null ? `${cell.figure.state} ${isSynthetic(cell.figure)}` : undefined;
  return cell?.blank;
}

function drawSpan({ cells, footnotes, notices }: Span, pen: Pen): unknown {
  const [first] = cells;
  const marks = `${footnotes.size > 0 ? pen.ink.dim(` [${[...footnotes].join(',')}]`) : ''}${noticeMark([...notices])}`;
  const content = `${first ? contentOf(first, pen) : ''}${marks}`;
  return cells.length > 1 ? { content, colSpan: cells.length, hAlign: 'center' } : content;
}

/** The numbers of notices as they stand behind what they bear on. */
export const noticeMark = (numbers: readonly number[] = []): string =>
  numbers.length === 0 ? '' : ` {${numbers.join(',')}}`;

function contentOf({ figure, text, blank }: Cell, { words, ink }: TablePen): string {
  if (figure) return figureText(figure, words);
  if (blank) return blank === 'NULL' ? '—' : ink.bold(words.word(blank));
  return wrapped(printable(words.word(text ?? '')), WIDEST_TEXT);
}

/** A figure's value, or the state of its blank; synthetic ones say so. */
export function figureText(figure: NonNullable<Cell['figure']>, words: Vocabulary): string {
  const shown = figure.value === null ? words.word(figure.state) : words.number(figure.value);
  return isSynthetic(figure) ? `${words.word('SYNTHETIC')} ${shown}` : shown;
}

function wrapped(text: string, width: number): string {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) as string;
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + word.length < width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}
