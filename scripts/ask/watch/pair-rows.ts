import type { RowSnapshot } from './snapshot';

/** A row as it was and as it is; one of the two may not be there. */
export interface RowPair {
  readonly before: RowSnapshot | undefined;
  readonly after: RowSnapshot | undefined;
}

/**
 * Finds for each row of a table the row that it was before: by the first columns of texts that tell the rows
 * apart, before and now; equal rows by their order.
 */
export function pairRows(old: Rows, current: Rows): RowPair[] {
  const columns = tellingColumns(old, current);
  const [oldByKey, currentByKey] = [keyed(old, columns), keyed(current, columns)];
  const keys = new Set([...currentByKey.keys(), ...oldByKey.keys()]);
  return [...keys].map((key) => ({ before: oldByKey.get(key), after: currentByKey.get(key) }));
}

type Rows = readonly RowSnapshot[];

/** Columns that hold a text in every row, as few of the first of them as tell rows apart. */
function tellingColumns(old: Rows, current: Rows): string[] {
  const [first] = [...current, ...old];
  const everywhere = (first?.texts ?? [])
    .map(([column]) => column)
    .filter((column) => [...old, ...current].every((row) => textOf(row, column) !== undefined));
  const enough = everywhere.findIndex((_, i) => {
    const some = everywhere.slice(0, i + 1);
    return isUnique(old, some) && isUnique(current, some);
  });
  return enough < 0 ? everywhere : everywhere.slice(0, enough + 1);
}

const textOf = ({ texts }: RowSnapshot, column: string): string | undefined =>
  texts.find(([title]) => title === column)?.[1];

const keyOf = (row: RowSnapshot, columns: readonly string[]): string =>
  columns.map((column) => textOf(row, column)).join('\n');

const isUnique = (rows: Rows, columns: readonly string[]): boolean =>
  new Set(rows.map((row) => keyOf(row, columns))).size === rows.length;

function keyed(rows: Rows, columns: readonly string[]): Map<string, RowSnapshot> {
  const byKey = new Map<string, RowSnapshot>();
  const seen = new Map<string, number>();
  for (const row of rows) {
    const key = keyOf(row, columns);
    const order = seen.get(key) ?? 0;
    seen.set(key, order + 1);
    byKey.set(`${key}\n${order}`, row);
  }
  return byKey;
}
