import { compareBson } from './bson-order';
import type { Document } from './canonical-document';
import { pathKeys, splitPath } from './document-path';
import { unsupported } from './unsupported';

/** One key of a sort: a dotted path, ascending (1) or descending (-1). */
export interface SortKey {
  path: string;
  direction: 1 | -1;
}

const DIRECTIONS: Record<string, 1 | -1> = {
  1: 1,
  '-1': -1,
  asc: 1,
  desc: -1,
  ascending: 1,
  descending: -1,
};

/** Reads a sort in any form that mongoose or the driver passes: an object, a map, pairs or one path. */
export function parseSort(sort: unknown): SortKey[] {
  if (sort === undefined || sort === null) return [];
  if (typeof sort === 'string') return [{ path: sort, direction: 1 }];
  const entries = sort instanceof Map || Array.isArray(sort) ? [...sort] : Object.entries(sort as object);
  return (entries as [string, unknown][]).map(([path, direction]) => {
    const read = DIRECTIONS[String(direction)];
    if (read === undefined) unsupported(`the sort direction ${JSON.stringify(direction)}`);
    return { path, direction: read as 1 | -1 };
  });
}

interface Keyed<T> {
  item: T;
  keys: unknown[];
}

/** Sorts stably in BSON's order and keeps the first `limit`, holding at most about twice as many meanwhile. */
export function sortDocuments<T>(
  items: Iterable<T>,
  sort: readonly SortKey[],
  options: { limit?: number; documentOf: (item: T) => Document },
): T[] {
  const keysOf = keyExtractor(sort);
  const compare = keyComparator<T>(sort);
  const limit = options.limit ?? Infinity;
  let kept: Keyed<T>[] = [];
  for (const item of items) {
    kept.push({ item, keys: keysOf(options.documentOf(item)) });
    if (kept.length >= limit * 2 + 1024) kept = kept.sort(compare).slice(0, limit);
  }
  return kept
    .sort(compare)
    .slice(0, limit)
    .map(({ item }) => item);
}

function keyExtractor(sort: readonly SortKey[]): (document: Document) => unknown[] {
  const paths = sort.map(({ path }) => splitPath(path));
  return (document) =>
    paths.map((names, i) => extreme(pathKeys(document, names).values, (sort[i] as SortKey).direction));
}

// An array sorts by its least item ascending, by its greatest descending.
function extreme(values: unknown[], direction: number): unknown {
  if (values.length === 1) return values[0];
  return values.reduce((best, value) => (compareBson(value, best) * direction < 0 ? value : best));
}

function keyComparator<T>(sort: readonly SortKey[]): (a: Keyed<T>, b: Keyed<T>) => number {
  return (a, b) => {
    for (let i = 0; i < sort.length; i++) {
      const difference = compareBson(a.keys[i], b.keys[i]);
      if (difference !== 0) return difference * (sort[i] as SortKey).direction;
    }
    return 0;
  };
}
