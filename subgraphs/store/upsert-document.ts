import mongoose from 'mongoose';
import { canonical, type Document } from './canonical-document';
import { hasOperators } from './compile-filter';
import { structuredCopy } from './update-document';
import { placeOf, write } from './update-path';

/** The document an upsert begins with: what the filter demands to be equal. */
export function documentFromFilter(filter: Document): Document {
  const document: Document = {};
  addEqualities(document, filter);
  return document;
}

function addEqualities(document: Document, filter: Document): void {
  for (const [path, condition] of Object.entries(filter)) {
    if (path === '$and') for (const branch of condition as Document[]) addEqualities(document, branch);
    else if (!path.startsWith('$')) addEquality(document, path, condition);
  }
}

function addEquality(document: Document, path: string, condition: unknown): void {
  const value = hasOperators(condition) ? soleValue(condition) : condition;
  const place = value === undefined ? undefined : placeOf(document, path, true);
  if (place !== undefined) write(place, structuredCopy(value));
}

function soleValue(operators: Document): unknown {
  if (Object.hasOwn(operators, '$eq')) return operators.$eq;
  const listed = (operators.$in ?? operators.$all) as unknown[] | undefined;
  return operators.$in === undefined && listed?.length === 1 ? listed[0] : undefined;
}

/** The document with an _id in the first place, a new ObjectId when it has none. */
export function withId(document: Document): Document {
  const id = document._id ?? new mongoose.mongo.ObjectId();
  if (Array.isArray(id)) {
    throw new mongoose.mongo.MongoServerError({ message: "The '_id' value cannot be of type array", code: 53 });
  }
  if (document._id === id && Object.keys(document)[0] === '_id') return document;
  const { _id: _none, ...rest } = document;
  return { _id: id, ...rest };
}

/** A replacement with the _id of the document it replaces. */
export function replacementFor(replacement: Document, id: unknown): Document {
  const { _id: own, ...rest } = canonical(replacement);
  return { _id: own ?? id, ...rest };
}
