import type { Answer } from './answer';
import { type AnswerPath, covers, parseNoticePath } from './answer-path';
import type { Figure } from './figure';
import { isFigure } from './figure';

/** Why a cell holds nothing. A null that no rule explains may be an absent record or a hidden one. */
export type Blank = 'WITHHELD' | 'OUTAGE' | 'NULL';

/** One cell: a text, a figure or a blank. */
export interface Cell {
  readonly path: AnswerPath;
  readonly text?: string;
  /** The number that the text writes, for readers that calculate. */
  readonly number?: number;
  readonly figure?: Figure;
  readonly blank?: Blank;
  /** The number, from 1, of the notice that covers the cell. */
  readonly notice?: number;
}

/** One column. `labels` are what a column of a cross table stands for, by the title of the label. */
export interface Column {
  readonly title: string;
  readonly labels?: Readonly<Record<string, string>>;
  /** Part of a cross table: runs of equal blanks may be drawn as one. */
  readonly crossed?: boolean;
}

/** A table to print; every row has a cell, or undefined, for each column. */
export interface Table {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: ReadonlyArray<ReadonlyArray<Cell | undefined>>;
  /** When there are no rows: the cell of the list itself, which says why. */
  readonly empty?: Cell;
}

/** What a cell's meaning depends on besides its value. */
export type CellContext = Pick<Answer, 'notices' | 'problems'>;

/** The cell of a value at its place in the answer. */
export function cellOf(value: unknown, path: AnswerPath, context: CellContext): Cell {
  const notice = noticeNumber(path, context);
  const marked = { path, ...(notice !== undefined && { notice }) };
  if (value === null || value === undefined) return { ...marked, blank: blankOf(path, context) };
  if (isFigure(value)) return { ...marked, figure: value };
  return { ...marked, text: Array.isArray(value) ? value.map(textOf).join(', ') : textOf(value) };
}

const textOf = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

function noticeNumber(path: AnswerPath, { notices }: CellContext): number | undefined {
  const i = notices.findIndex((notice) => covers(parseNoticePath(notice.path), path));
  return i < 0 ? undefined : i + 1;
}

function blankOf(path: AnswerPath, { notices, problems }: CellContext): Blank {
  const withheld = notices.some((notice) => notice.code === 'WITHHELD' && covers(parseNoticePath(notice.path), path));
  if (withheld) return 'WITHHELD';
  return problems.some((problem) => problem.path && covers(problem.path, path)) ? 'OUTAGE' : 'NULL';
}
