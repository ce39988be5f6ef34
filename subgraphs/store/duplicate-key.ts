import mongoose from 'mongoose';
import type { Document } from './canonical-document';
import type { IndexDefinition } from './index-definition';

/** The error MongoDB gives for a second document with a unique key. */
export function duplicateKeyError(
  namespace: string,
  index: IndexDefinition,
  values: readonly unknown[],
): mongoose.mongo.MongoServerError {
  const keyPattern = Object.fromEntries(index.keys.map(({ path, direction }) => [path, direction]));
  const keyValue = Object.fromEntries(index.keys.map(({ path }, i) => [path, values[i]]));
  return new mongoose.mongo.MongoServerError({
    message: `E11000 duplicate key error collection: ${namespace} index: ${index.name} dup key: ${shown(keyValue)}`,
    code: 11000,
    index: 0,
    keyPattern,
    keyValue,
  });
}

function shown(keyValue: Document): string {
  const parts = Object.entries(keyValue).map(([path, value]) => `${path}: ${shownValue(value)}`);
  return `{ ${parts.join(', ')} }`;
}

function shownValue(value: unknown): string {
  const bsonType = (value as { _bsontype?: string } | null)?._bsontype;
  if (bsonType === 'ObjectId') return `ObjectId('${String(value)}')`;
  return value instanceof Date ? `new Date(${value.getTime()})` : JSON.stringify(value ?? null);
}

/** Whether an error refuses one document, as MongoDB would, and leaves earlier documents of the same write in place. */
export function isRefusal(error: unknown): error is mongoose.mongo.MongoServerError {
  return error instanceof mongoose.mongo.MongoServerError;
}
