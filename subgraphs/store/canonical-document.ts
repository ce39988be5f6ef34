import mongoose from 'mongoose';
import { unsupported } from './unsupported';

const { BSON } = mongoose.mongo;

/** A document, or a part of one, by field name. */
export type Document = Record<string, unknown>;

/** A document as it is kept: its BSON, and the values that this BSON reads back as. */
export interface StoredDocument {
  document: Document;
  bytes: Uint8Array;
}

/** Serializes a document as MongoDB's driver would; refuses value types that the embedded store cannot order. */
export function toStored(document: Document): StoredDocument {
  if (isCanonical(document)) return { document, bytes: BSON.serialize(document) };
  const bytes = BSON.serialize(document, { ignoreUndefined: false });
  const copy = fromStored(bytes);
  refuseUnordered(copy);
  return { document: copy, bytes };
}

/** Reads a document back from its BSON. */
export function fromStored(bytes: Uint8Array): Document {
  return BSON.deserialize(bytes) as Document;
}

/** A copy with the values MongoDB would have received: `undefined` is null, `toBSON` is called, types are plain. */
export function canonical<T extends object>(value: T): T {
  const copy = fromStored(BSON.serialize({ value }, { ignoreUndefined: false })).value as T;
  refuseUnordered(copy);
  return copy;
}

function isCanonical(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return true;
    case 'object':
      return value === null || isCanonicalObject(value);
    default:
      return false;
  }
}

function isCanonicalObject(value: object): boolean {
  if (Array.isArray(value)) return value.constructor === Array && value.every(isCanonical);
  if (value instanceof Date) return !Number.isNaN(value.getTime());
  const bsonType = (value as { _bsontype?: string })._bsontype;
  if (bsonType !== undefined) return bsonType === 'ObjectId';
  if (Object.getPrototypeOf(value) !== Object.prototype || 'toBSON' in value) return false;
  for (const name in value) if (!isCanonical((value as Document)[name])) return false;
  return true;
}

const UNORDERED = new Set([
  'BSONRegExp',
  'BSONSymbol',
  'Code',
  'DBRef',
  'Decimal128',
  'Long',
  'MaxKey',
  'MinKey',
  'Timestamp',
]);

function refuseUnordered(value: unknown): void {
  if (typeof value !== 'object' || value === null || value instanceof Date) return;
  if (value instanceof RegExp) unsupported('regular expressions');
  const bsonType = (value as { _bsontype?: string })._bsontype;
  if (bsonType !== undefined && UNORDERED.has(bsonType)) unsupported(`values of type ${bsonType}`);
  if (bsonType !== undefined) return;
  for (const item of Object.values(value)) refuseUnordered(item);
}
