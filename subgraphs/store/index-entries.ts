import { type Document } from './canonical-document';
import { compileFilter } from './compile-filter';
import { pathKeys, splitPath, visitPath } from './document-path';
import type { IndexDefinition } from './index-definition';
import { encodeCompoundKey } from './index-key';
import { unsupported } from './unsupported';

/** One key under which an index lists a document. */
export interface IndexEntry {
  key: Buffer;
  values: unknown[];
}

/** The keys of a document; `manifold` when an array gave it several or could have. */
export interface IndexEntries {
  entries: IndexEntry[];
  manifold: boolean;
}

/** Compiles an index definition into the function that gives a document's keys. */
export function compileEntries(definition: IndexDefinition): (document: Document) => IndexEntries {
  const keys = indexedKeys(definition);
  const paths = keys.map(({ path }) => splitPath(path));
  const directions = keys.map(({ direction }) => direction);
  const listed = compileListed(definition);
  return (document) => {
    if (!listed(document)) return { entries: [], manifold: false };
    const parts = paths.map((names) => pathKeys(document, names));
    const manifold = parts.some((part) => part.manifold);
    if (!manifold)
      return {
        entries: [
          entryOf(
            parts.map(({ values }) => values[0]),
            directions,
          ),
        ],
        manifold,
      };
    if (parts.filter((part) => part.manifold).length > 1) unsupported('a compound index over two arrays');
    return {
      entries: distinctEntries(
        parts.map(({ values }) => values),
        directions,
      ),
      manifold,
    };
  };
}

/** The keys as kept: an index that is not unique ends in _id, which orders equal keys and makes each key unique. */
export function indexedKeys(definition: IndexDefinition): IndexDefinition['keys'] {
  if (definition.unique || definition.keys.some(({ path }) => path === '_id')) return definition.keys;
  return [...definition.keys, { path: '_id', direction: 1 }];
}

function compileListed(definition: IndexDefinition): (document: Document) => boolean {
  const partial = definition.partialFilter ? compileFilter(definition.partialFilter) : undefined;
  const paths = definition.keys.map(({ path }) => splitPath(path));
  return (document) => {
    if (partial !== undefined && !partial(document)) return false;
    return !definition.sparse || paths.some((names) => visitPath(document, names, (value) => value !== undefined));
  };
}

function entryOf(values: unknown[], directions: readonly number[]): IndexEntry {
  return { key: encodeCompoundKey(values, directions), values };
}

function distinctEntries(parts: readonly unknown[][], directions: readonly number[]): IndexEntry[] {
  const combinations = parts.reduce<unknown[][]>(
    (heads, values) => heads.flatMap((head) => values.map((value) => [...head, value])),
    [[]],
  );
  const byKey = new Map<string, IndexEntry>();
  for (const values of combinations) {
    const entry = entryOf(values, directions);
    byKey.set(entry.key.toString('latin1'), entry);
  }
  return [...byKey.values()];
}
