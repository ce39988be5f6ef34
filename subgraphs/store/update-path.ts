import mongoose from 'mongoose';
import type { Document } from './canonical-document';
import { isPlainObject } from './document-path';
import { unsupported } from './unsupported';

/** The place that a path names in a document being changed. */
export interface Place {
  holder: Document | unknown[];
  name: string;
}

const ARRAY_INDEX = /^(0|[1-9]\d*)$/;

/** Splits the path of an update; positional parts are refused by name. */
export function splitUpdatePath(path: string): string[] {
  const names = path.split('.');
  for (const name of names) {
    if (name.startsWith('$')) unsupported(`the positional update ${name}`);
    if (name === '' || name === '__proto__')
      updateError(56, `The update path '${path}' contains an empty or illegal field name`);
  }
  return names;
}

/** Finds the place of a path, making embedded documents on the way when `create`. */
export function placeOf(document: Document, path: string, create: boolean): Place | undefined {
  const names = splitUpdatePath(path);
  const last = names.pop() as string;
  let holder: Document | unknown[] = document;
  for (const name of names) {
    const next = read({ holder, name });
    if (next === undefined && !create) return undefined;
    const inner: unknown = next === undefined ? write({ holder, name }, {}) : next;
    if (!Array.isArray(inner) && !isPlainObject(inner)) return create ? notViable(name, path) : undefined;
    holder = inner;
  }
  if (!Array.isArray(holder) || ARRAY_INDEX.test(last)) return { holder, name: last };
  return create ? notViable(last, path) : undefined;
}

/** The value at a place, `undefined` when there is none. */
export function read({ holder, name }: Place): unknown {
  return Object.hasOwn(holder, name) ? (holder as Document)[name] : undefined;
}

/** Puts a value at a place; an array grows with nulls up to it. */
export function write({ holder, name }: Place, value: unknown): unknown {
  if (Array.isArray(holder)) {
    if (!ARRAY_INDEX.test(name)) notViable(name, name);
    while (holder.length < Number(name)) holder.push(null);
  }
  (holder as Document)[name] = value;
  return value;
}

function notViable(name: string, path: string): never {
  return updateError(28, `Cannot create field '${name}' in the element that '${path}' leads to`);
}

/** Throws an update's refusal as MongoDB's driver would; the message never holds a value. */
export function updateError(code: number, message: string): never {
  throw new mongoose.mongo.MongoServerError({ message, code });
}
