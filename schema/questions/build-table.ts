import { type AnswerPath, formatPath, parsePath, patternOf } from './answer-path';
import { isFigure, isRecord } from './figure';
import { valueNotices } from './notice-reach';
import { type Cell, type CellContext, cellOf, type Table } from './table';

type Data = Readonly<Record<string, unknown>>;

/** Rows of one list of the answer, as they are found. */
type Drafts = Map<string, Cell[][]>;

/** A list inside a record: its entries with their places. */
interface FoundList {
  readonly path: AnswerPath;
  readonly entries: ReadonlyArray<{ readonly value: unknown; readonly path: AnswerPath }>;
}

/** What one record holds: cells of its own (nested records written out) and lists. */
interface Flattened {
  readonly cells: Cell[];
  readonly lists: FoundList[];
}

/**
 * Turns any answer into tables: each list of records is a table, the texts of its parents lead each row,
 * a figure stands in one table only, and connections are unwrapped.
 */
export function buildTables(data: Data, ruled: Omit<CellContext, 'data'>): Table[] {
  const context = { ...ruled, data };
  const drafts: Drafts = new Map();
  for (const [key, value] of Object.entries(data)) {
    if (Array.isArray(value) && value.length === 0) drafts.set(key, []);
    else new Flattening(context, drafts).addRecord({ [key]: value }, { path: [], leading: [], name: key });
  }
  return [...drafts].map(([name, rows]) => tableOf(name, rows));
}

interface Place {
  readonly path: AnswerPath;
  readonly leading: readonly Cell[];
  readonly name: string;
}

class Flattening {
  constructor(
    private readonly context: CellContext,
    private readonly drafts: Drafts,
  ) {}

  addRecord(record: Data, { path, leading, name }: Place): void {
    const { cells, lists } = this.flatten(record, path);
    const hasFigure = cells.some(({ figure }) => figure);
    const texts = [...leading, ...cells.filter(({ figure }) => !figure)];
    // A record whose connections are all empty stands in no table of theirs.
    const standsAlone = lists.length === 0 || (texts.length > 0 && lists.every(({ entries }) => entries.length === 0));
    if (hasFigure || standsAlone) this.rowsOf(name).push([...leading, ...cells]);
    for (const list of lists) this.addList(list, texts);
  }

  private addList({ path, entries }: FoundList, leading: readonly Cell[]): void {
    const name = formatPath(patternOf(path));
    if (entries.length === 0) this.rowsOf(name);
    for (const entry of entries) {
      if (isRecord(entry.value) && !isFigure(entry.value))
        this.addRecord(entry.value, { path: entry.path, leading, name });
      else this.rowsOf(name).push([...leading, cellOf(entry.value, entry.path, this.context)]);
    }
  }

  private rowsOf(name: string): Cell[][] {
    const rows = this.drafts.get(name) ?? [];
    this.drafts.set(name, rows);
    return rows;
  }

  private flatten(record: Data, path: AnswerPath): Flattened {
    const flat: Flattened = { cells: [], lists: [] };
    for (const [key, value] of Object.entries(record))
      if (key !== '__typename') this.flattenValue(value, [...path, key], flat);
    return flat;
  }

  private flattenValue(value: unknown, path: AnswerPath, flat: Flattened): void {
    const names = namesOf(value, path, this.context);
    const list = names === undefined ? listOf(value, path) : undefined;
    if (list) flat.lists.push(list);
    else if (isRecord(value) && !isFigure(value)) {
      const nested = this.flatten(value, path);
      flat.cells.push(...nested.cells);
      flat.lists.push(...nested.lists);
    } else flat.cells.push(cellOf(names ?? value, path, this.context));
  }
}

/** The list that a value is: a list of records or figures, or a connection. */
function listOf(value: unknown, path: AnswerPath): FoundList | undefined {
  if (isRecord(value) && Array.isArray(value.edges)) {
    return {
      path,
      entries: value.edges.map((edge, i) => ({
        value: isRecord(edge) ? edge.node : null,
        path: [...path, 'edges', i, 'node'],
      })),
    };
  }
  if (!Array.isArray(value) || !value.some(isRecord)) return undefined;
  return { path, entries: value.map((entry: unknown, i) => ({ value: entry, path: [...path, i] })) };
}

/** A list of records that hold one text each, of which no notice tells, reads better as the texts in one cell. */
function namesOf(value: unknown, path: AnswerPath, context: CellContext): string[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const names = value.map((entry: unknown, i) => {
    const fields = isRecord(entry) ? Object.entries(entry).filter(([key]) => key !== '__typename') : [];
    const [key, name] = fields[0] ?? [''];
    return fields.length === 1 && valueNotices([...path, i, key], context).length === 0 ? name : undefined;
  });
  return names.every((name) => typeof name === 'string') ? names : undefined;
}

function tableOf(name: string, rows: Cell[][]): Table {
  const found = [...new Set(rows.flatMap((row) => row.map(keyOf)))];
  const keys = found.filter((key) => !isOfNullRecords(key, { found, rows }));
  const titles = keys.map(titleOf);
  const columns = keys.map((key, i) => ({
    title:
      titles.indexOf(titles[i] as string) === titles.lastIndexOf(titles[i] as string) ? (titles[i] as string) : key,
  }));
  return { title: name, place: parsePath(name), columns, rows: rows.map((row) => keys.map((key) => cellAt(key, row))) };
}

/** Whether a column only holds the nulls of a record that other rows write out. */
function isOfNullRecords(key: string, { found, rows }: { found: readonly string[]; rows: Cell[][] }): boolean {
  const isWrittenOut = found.some((other) => other.startsWith(`${key}.`));
  return isWrittenOut && rows.flat().every((cell) => keyOf(cell) !== key || cell.blank !== undefined);
}

/** A row's cell of a column; where a record is null, each of its columns is blank for the record's reason. */
function cellAt(key: string, row: readonly Cell[]): Cell | undefined {
  return (
    row.find((cell) => keyOf(cell) === key) ??
    row.find((cell) => cell.blank !== undefined && key.startsWith(`${keyOf(cell)}.`))
  );
}

const keyOf = ({ path }: Cell): string => formatPath(patternOf(path));

/** The part of a key after its last list; for the entries of a list of figures, the list's own name. */
function titleOf(key: string): string {
  const parts = key
    .replace(/\.edges\.@\.node/g, '.@')
    .split('.@')
    .filter(Boolean);
  return (parts.at(-1) as string).replace(/^\./, '');
}
