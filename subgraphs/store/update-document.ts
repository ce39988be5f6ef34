import { compareBson, RANK, rankOf } from './bson-order';
import type { Document } from './canonical-document';
import { isPlainObject } from './document-path';
import { unsupported } from './unsupported';
import { placeOf, read, splitUpdatePath, updateError, write } from './update-path';

type Operator = (document: Document, path: string, operand: unknown) => void;

const OPERATORS: Record<string, Operator> = {
  $set: setField,
  $setOnInsert: setField,
  $unset: unsetField,
  $inc: increment,
  $push: push,
};

/** Changes a document that may be changed in place. */
export type Update = (document: Document, options: { inserting: boolean }) => void;

/** Compiles a canonical update; operators it does not know are refused by name. */
export function compileUpdate(update: Document | unknown[]): Update {
  if (Array.isArray(update)) unsupported('update pipelines');
  const steps = Object.entries(update as Document).flatMap(([operator, fields]) => {
    if (!operator.startsWith('$')) updateError(9, 'an update needs operators; a whole document replaces by replaceOne');
    const apply = OPERATORS[operator] ?? unsupported(`the update operator ${operator}`);
    return Object.entries(fields as Document).map(([path, operand]) => ({ operator, apply, path, operand }));
  });
  refuseConflicts(steps.map(({ path }) => path));
  return (document, { inserting }) => {
    const id = document._id;
    for (const { operator, apply, path, operand } of steps) {
      if (inserting || operator !== '$setOnInsert') apply(document, path, operand);
    }
    if (id !== undefined && compareBson(id, document._id) !== 0) immutableId();
  };
}

/** The refusal of a write that would change a document's _id. */
export function immutableId(): never {
  return updateError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
}

function refuseConflicts(paths: readonly string[]): void {
  const sorted = paths.map((path) => `${splitUpdatePath(path).join('.')}.`).sort();
  sorted.forEach((path, i) => {
    if (i > 0 && path.startsWith(sorted[i - 1] as string)) {
      updateError(40, `Updating the path '${path.slice(0, -1)}' would create a conflict`);
    }
  });
}

// Operands are shared by all documents of an update, so what is put into one must be its own.
function setField(document: Document, path: string, operand: unknown): void {
  const place = placeOf(document, path, true);
  if (place !== undefined) write(place, structuredCopy(operand));
}

function unsetField(document: Document, path: string): void {
  const place = placeOf(document, path, false);
  if (place === undefined || read(place) === undefined) return;
  if (Array.isArray(place.holder)) write(place, null);
  else delete place.holder[place.name];
}

function increment(document: Document, path: string, operand: unknown): void {
  if (typeof operand !== 'number') updateError(14, 'Cannot increment with non-numeric argument');
  const place = placeOf(document, path, true);
  if (place === undefined) return;
  const existing = read(place);
  const value = existing === undefined ? 0 : existing;
  if (typeof value !== 'number') {
    updateError(14, `Cannot apply $inc to the value at '${path}', which is not a number`);
  }
  write(place, (value as number) + (operand as number));
}

function push(document: Document, path: string, operand: unknown): void {
  const place = placeOf(document, path, true);
  if (place === undefined) return;
  const existing = read(place);
  if (existing !== undefined && !Array.isArray(existing)) {
    updateError(2, `The field '${path}' must be an array but is of another type`);
  }
  const items = (existing ?? []) as unknown[];
  write(place, [...items, ...pushedItems(operand).map(structuredCopy)]);
}

function pushedItems(operand: unknown): unknown[] {
  if (!isPlainObject(operand) || !Object.hasOwn(operand, '$each')) return [operand];
  for (const name of Object.keys(operand)) if (name !== '$each') unsupported(`the $push modifier ${name}`);
  if (!Array.isArray(operand.$each)) updateError(2, 'The argument to $each in $push must be an array');
  return operand.$each as unknown[];
}

/** A copy of a canonical value that shares no array or embedded document with it. */
export function structuredCopy(value: unknown): unknown {
  const rank = rankOf(value);
  if (rank === RANK.ARRAY) return (value as unknown[]).map(structuredCopy);
  if (rank !== RANK.OBJECT) return value;
  return Object.fromEntries(Object.entries(value as Document).map(([name, item]) => [name, structuredCopy(item)]));
}
