import { compareBson } from './bson-order';
import { type Document, fromStored, toStored } from './canonical-document';
import { runQuery } from './run-query';
import type { SortKey } from './sort-documents';
import type { StoredCollection } from './stored-collection';
import type { StoredDatabase } from './stored-database';
import { immutableId, structuredCopy, type Update } from './update-document';
import { documentFromFilter, replacementFor, withId } from './upsert-document';

/** Which documents to change or remove; `one` stops at the first in order. */
export interface Selection {
  filter: Document;
  sort?: readonly SortKey[];
  one: boolean;
}

/** How to change a document: by operators, or by a whole new one. */
export type Change = { update: Update } | { replacement: Document };

/** What a change did; `before` and `after` are those of its last document. */
export interface ChangeOutcome {
  matched: number;
  modified: number;
  upsertedId?: unknown;
  before?: Document;
  after?: Document;
}

/** The collection that an operation is about, which a first write creates. */
export interface Target {
  database: StoredDatabase;
  name: string;
}

/** Adds one document, which must have an _id. */
export function insertDocument({ database, name }: Target, document: Document): void {
  database.write(() => database.ensure(name).insert(toStored(withId(document))));
}

/** Changes the selected documents, or adds one when there are none and `upsert`. */
export function changeDocuments(
  target: Target,
  selection: Selection & { upsert: boolean },
  change: Change,
): ChangeOutcome {
  const { database, name } = target;
  return database.write(() => {
    const collection = database.find(name);
    const outcome: ChangeOutcome = { matched: 0, modified: 0 };
    for (const row of selectedRows(collection, selection))
      changeRow(collection as StoredCollection, row, change, outcome);
    return outcome.matched === 0 && selection.upsert ? upsert(target, selection.filter, change) : outcome;
  });
}

/** Removes the selected documents; gives their number and the last one. */
export function removeDocuments(
  { database, name }: Target,
  selection: Selection,
): { removed: number; last?: Document } {
  const collection = database.find(name);
  if (collection === undefined) return { removed: 0 };
  return database.write(() => {
    if (!selection.one && Object.keys(selection.filter).length === 0) return clear(collection);
    let last: Document | undefined;
    const rows = selectedRows(collection, selection);
    for (const row of rows) {
      last = collection.read(row) as Document;
      collection.remove(row, last);
    }
    return { removed: rows.length, ...(last && { last }) };
  });
}

function clear(collection: StoredCollection): { removed: number } {
  const removed = collection.documents;
  collection.clear();
  return { removed };
}

// Selected before the first change: a change may move documents within the index being read.
function selectedRows(collection: StoredCollection | undefined, { filter, sort, one }: Selection): number[] {
  const query = { filter, ...(sort && { sort }), ...(one && { limit: 1 }) };
  const rows: number[] = [];
  for (const { row } of runQuery(collection, query)) rows.push(row);
  return rows;
}

function changeRow(collection: StoredCollection, row: number, change: Change, outcome: ChangeOutcome): void {
  const before = collection.read(row) as Document;
  const stored = toStored(changed(before, change, false));
  outcome.matched++;
  outcome.before = before;
  outcome.after = stored.document;
  if (compareBson(before, stored.document) === 0) return;
  collection.replace(row, before, stored);
  outcome.modified++;
}

function changed(before: Document, change: Change, inserting: boolean): Document {
  if ('replacement' in change) {
    const replacement = replacementFor(change.replacement, before._id);
    if (before._id !== undefined && compareBson(replacement._id, before._id) !== 0) immutableId();
    return replacement;
  }
  const after = structuredCopy(before) as Document;
  change.update(after, { inserting });
  return after;
}

function upsert({ database, name }: Target, filter: Document, change: Change): ChangeOutcome {
  const document = withId(changed(documentFromFilter(filter), change, true));
  const stored = toStored(document);
  database.ensure(name).insert(stored);
  return { matched: 0, modified: 0, upsertedId: document._id, after: fromStored(stored.bytes) };
}
