import type { Answer, Notice, Problem } from './answer';
import { type AnswerPath, covers, type PathPattern, parseNoticePath } from './answer-path';
import type { Figure } from './figure';
import { isFigure } from './figure';
import { isConditional, isOnRows, missingRecordNotices, valueNotices } from './notice-reach';

/**
 * Why a cell holds nothing. Under a notice that stands whatever the data nobody is told whether the rule hid
 * something or nothing is there. A null that no rule explains may be an absent record or a hidden one.
 */
export type Blank = 'WITHHELD' | 'OUTAGE' | 'WITHHELD_OR_ABSENT' | 'NULL';

/** One cell: a text, a figure or a blank. */
export interface Cell {
  readonly path: AnswerPath;
  readonly text?: string;
  /** The number that the text writes, for readers that calculate. */
  readonly number?: number;
  readonly figure?: Figure;
  readonly blank?: Blank;
  /** The numbers, from 1, of the notices that bear on the cell. */
  readonly notices?: readonly number[];
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
  /** Where its rows stand in the answer. */
  readonly place: PathPattern;
  readonly columns: readonly Column[];
  readonly rows: ReadonlyArray<ReadonlyArray<Cell | undefined>>;
  /** When there are no rows: the cell of the list itself, which says why. */
  readonly empty?: Cell;
}

/** What a cell's meaning depends on besides its value. */
export interface CellContext extends Pick<Answer, 'notices' | 'problems'> {
  readonly data: unknown;
}

/** The cell of a value at its place in the answer. */
export function cellOf(value: unknown, path: AnswerPath, context: CellContext): Cell {
  const bearing = [...valueNotices(path, context), ...missingRecordNotices(path, context)];
  const marked = { path, ...(bearing.length > 0 && { notices: numbersOf(bearing, context) }) };
  if (value === null || value === undefined) return { ...marked, blank: blankOf(path, bearing, context) };
  if (isFigure(value)) return { ...marked, figure: value };
  return { ...marked, text: Array.isArray(value) ? value.map(textOf).join(', ') : textOf(value) };
}

/** The numbers of the notices by which rows of a table may be missing, whatever the data. */
export function rowNoticesOf({ place, rows }: Table, { notices }: Pick<Answer, 'notices'>): readonly number[] {
  const concerning = notices.filter((notice) => {
    const pattern = parseNoticePath(notice.path);
    const holds = rows.some((cells) => cells.some((cell) => cell && covers(pattern, cell.path)));
    return isOnRows(notice) && (holds || covers(pattern, place) || (rows.length === 0 && covers(place, pattern)));
  });
  return numbersOf(concerning, { notices });
}

const numbersOf = (some: readonly Notice[], { notices }: Pick<Answer, 'notices'>): number[] =>
  some.map((notice) => notices.indexOf(notice) + 1).sort((one, other) => one - other);

const textOf = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

/** Whether a problem is at a place: by the path of a value, or by those that a whole fetch left blank. */
export function isOutageAt({ path: at, extensions }: Problem, path: PathPattern): boolean {
  const patterns = [...(at ? [at] : []), ...(extensions?.paths ?? []).map(parseNoticePath)];
  return patterns.some((pattern) => covers(pattern, path));
}

function blankOf(path: AnswerPath, bearing: readonly Notice[], { problems }: CellContext): Blank {
  if (bearing.some(({ code }) => code === 'WITHHELD')) return 'WITHHELD';
  if (problems.some((problem) => isOutageAt(problem, path))) return 'OUTAGE';
  return bearing.some(isConditional) ? 'WITHHELD_OR_ABSENT' : 'NULL';
}
