import mongoose from 'mongoose';
import type { Document } from './canonical-document';
import { fieldOf, isPlainObject, splitPath } from './document-path';
import { checkOptions } from './operation-options';

/** Compiles `$unwind`: one document for each item of an array. */
export function unwindStage(operand: unknown): (documents: Iterable<Document>) => Iterable<Document> {
  const options = typeof operand === 'string' ? { path: operand } : (operand as Document);
  checkOptions('$unwind', options, ['path', 'preserveNullAndEmptyArrays', 'includeArrayIndex']);
  const path = String(options.path);
  if (!path.startsWith('$')) {
    throw new mongoose.mongo.MongoServerError({
      message: "path option to $unwind should be prefixed with a '$'",
      code: 28818,
    });
  }
  const names = splitPath(path.slice(1));
  const indexName = options.includeArrayIndex as string | undefined;
  return function* (documents) {
    for (const document of documents) {
      yield* unwind(document, { names, indexName, preserve: options.preserveNullAndEmptyArrays === true });
    }
  };
}

interface Unwinding {
  names: string[];
  indexName: string | undefined;
  preserve: boolean;
}

function* unwind(document: Document, { names, indexName, preserve }: Unwinding): Generator<Document> {
  const value = names.reduce<unknown>(fieldOf, document);
  const numbered = (result: Document, index: number | null) =>
    indexName === undefined ? result : { ...result, [indexName]: index };
  if (Array.isArray(value) && value.length > 0) {
    for (const [i, item] of value.entries()) yield numbered(replaced(document, names, item), i);
  } else if (value !== undefined && value !== null && !Array.isArray(value)) {
    yield numbered(document, null);
  } else if (preserve) {
    yield numbered(Array.isArray(value) ? replaced(document, names, undefined) : document, null);
  }
}

// Copies along the path, so that the unwound documents share nothing they could be told apart by.
function replaced(document: Document, [name, ...rest]: string[], item: unknown): Document {
  const copy = { ...document };
  const inner = fieldOf(document, name as string);
  if (rest.length > 0 && isPlainObject(inner)) copy[name as string] = replaced(inner, rest, item);
  else if (item === undefined) delete copy[name as string];
  else copy[name as string] = item;
  return copy;
}
