import type { Document } from './canonical-document';

/** The names in a dotted path. */
export function splitPath(path: string): string[] {
  return path.split('.');
}

/** Called with each value found, `undefined` where the path ends early; true stops the walk. */
export type Visit = (value: unknown) => boolean;

const ARRAY_INDEX = /^(0|[1-9]\d*)$/;

/** Visits every value at a path as MongoDB's queries do: through the objects in arrays, and by array index. */
export function visitPath(holder: unknown, names: readonly string[], visit: Visit, from = 0): boolean {
  if (from === names.length) return visit(holder);
  const name = names[from] as string;
  if (Array.isArray(holder)) return visitItems(holder, names, visit, from);
  return visitPath(fieldOf(holder, name), names, visit, from + 1);
}

function visitItems(items: unknown[], names: readonly string[], visit: Visit, from: number): boolean {
  const name = names[from] as string;
  if (ARRAY_INDEX.test(name) && Number(name) < items.length) {
    if (visitPath(items[Number(name)], names, visit, from + 1)) return true;
  }
  return items.some((item) => isPlainObject(item) && visitPath(item, names, visit, from));
}

/** A field's own value; `undefined` for whatever is not a plain object. */
export function fieldOf(holder: unknown, name: string): unknown {
  return isPlainObject(holder) && Object.hasOwn(holder, name) ? holder[name] : undefined;
}

/** Whether a canonical value is an embedded document. */
export function isPlainObject(value: unknown): value is Document {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !(value instanceof Date) && (value as { _bsontype?: string })._bsontype === undefined;
}

/** The values by which a document is sorted or indexed at a path; `manifold` when an array was met on the way. */
export interface PathKeys {
  values: unknown[];
  manifold: boolean;
}

/** Collects sort and index keys: null for a missing value, `undefined` for an empty array. */
export function pathKeys(document: Document, names: readonly string[]): PathKeys {
  const simple = simpleValue(document, names);
  if (!Array.isArray(simple)) return { values: [simple ?? null], manifold: false };
  const values: unknown[] = [];
  visitPath(document, names, (value) => {
    if (!Array.isArray(value)) values.push(value ?? null);
    else if (value.length === 0) values.push(undefined);
    else values.push(...value);
    return false;
  });
  return { values: values.length === 0 ? [null] : values, manifold: true };
}

// Stops at the first array, which it returns.
function simpleValue(document: Document, names: readonly string[]): unknown {
  let value: unknown = document;
  for (const name of names) {
    if (Array.isArray(value)) return value;
    value = fieldOf(value, name);
  }
  return value;
}
