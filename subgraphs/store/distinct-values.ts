import { compareBson } from './bson-order';
import type { Document } from './canonical-document';
import { splitPath, visitPath } from './document-path';
import { encodeKey } from './index-key';
import { runQuery } from './run-query';
import type { StoredCollection } from './stored-collection';

/** The different values at a path among the matches, items of arrays singly, in BSON's order. */
export function distinctValues(collection: StoredCollection | undefined, path: string, filter: Document): unknown[] {
  const names = splitPath(path);
  const byKey = new Map<string, unknown>();
  const add = (value: unknown) => byKey.set(encodeKey(value).toString('latin1'), value);
  for (const { document } of runQuery(collection, { filter })) {
    visitPath(document, names, (value) => {
      if (Array.isArray(value)) value.forEach(add);
      else if (value !== undefined) add(value);
      return false;
    });
  }
  return [...byKey.values()].sort(compareBson);
}
