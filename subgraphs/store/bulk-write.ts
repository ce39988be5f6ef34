import mongoose from 'mongoose';
import { canonical, type Document } from './canonical-document';
import { isRefusal } from './duplicate-key';
import { checkOptions } from './operation-options';
import { unsupported } from './unsupported';
import { compileUpdate } from './update-document';
import { withId } from './upsert-document';
import { changeDocuments, insertDocument, removeDocuments, type Target } from './write-documents';

type Operation = Record<string, Document>;

/** The tally of a bulk write, in the form from which the driver makes its result. */
interface Tally {
  ok: 1;
  nInserted: number;
  nUpserted: number;
  nMatched: number;
  nModified: number;
  nRemoved: number;
  insertedIds: { index: number; _id: unknown }[];
  upserted: { index: number; _id: unknown }[];
  writeErrors: WriteError[];
  writeConcernErrors: never[];
}

/** One refused operation, in the driver's shape. */
class WriteError {
  constructor(readonly err: { index: number; code: number; errmsg: string; op: unknown }) {}

  get index(): number {
    return this.err.index;
  }

  get code(): number {
    return this.err.code;
  }

  get errmsg(): string {
    return this.err.errmsg;
  }

  getOperation(): unknown {
    return this.err.op;
  }
}

/**
 * Runs operations in one transaction. A refused one ends an ordered bulk and is passed over in an unordered one;
 * either way the others stay written and the refusals are thrown as one MongoBulkWriteError.
 */
export function bulkWrite(
  target: Target,
  operations: readonly Operation[],
  ordered: boolean,
): mongoose.mongo.BulkWriteResult {
  const tally = emptyTally();
  target.database.write(() => {
    for (const [index, operation] of operations.entries()) {
      if (!attempt(target, operation, index, tally) && ordered) break;
    }
  });
  const result = resultOf(tally, ordered);
  const [first] = tally.writeErrors;
  if (first === undefined) return result;
  const { MongoBulkWriteError } = mongoose.mongo;
  const error = { message: first.errmsg, code: first.code, writeErrors: tally.writeErrors };
  throw new MongoBulkWriteError(error as unknown as ConstructorParameters<typeof MongoBulkWriteError>[0], result);
}

function emptyTally(): Tally {
  const counts = { nInserted: 0, nUpserted: 0, nMatched: 0, nModified: 0, nRemoved: 0 };
  return { ok: 1, ...counts, insertedIds: [], upserted: [], writeErrors: [], writeConcernErrors: [] };
}

function resultOf(tally: Tally, ordered: boolean): mongoose.mongo.BulkWriteResult {
  const { BulkWriteResult } = (mongoose as unknown as DriverHolder).driver.get();
  return new BulkWriteResult(tally, ordered);
}

interface DriverHolder {
  driver: { get(): { BulkWriteResult: new (tally: Tally, ordered: boolean) => mongoose.mongo.BulkWriteResult } };
}

function attempt(target: Target, operation: Operation, index: number, tally: Tally): boolean {
  try {
    runOperation(target, operation, index, tally);
    return true;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const refusal = { index, code: error.code as number, errmsg: error.message, op: Object.values(operation)[0] };
    tally.writeErrors.push(new WriteError(refusal));
    return false;
  }
}

function runOperation(target: Target, operation: Operation, index: number, tally: Tally): void {
  const [kind, details] = Object.entries(operation)[0] as [string, Document];
  switch (kind) {
    case 'insertOne':
      insert(target, details, index, tally);
      break;
    case 'updateOne':
    case 'updateMany':
    case 'replaceOne':
      change(target, kind, details, index, tally);
      break;
    case 'deleteOne':
    case 'deleteMany':
      remove(target, kind, details, tally);
      break;
    default:
      unsupported(`the bulk operation ${kind}`);
  }
}

function insert(target: Target, details: Document, index: number, tally: Tally): void {
  const given = (details.document ?? details) as Document;
  const document = withId(given);
  given._id ??= document._id;
  insertDocument(target, document);
  tally.nInserted++;
  tally.insertedIds.push({ index, _id: document._id });
}

function change(target: Target, kind: string, details: Document, index: number, tally: Tally): void {
  checkOptions(kind, details, ['filter', 'update', 'replacement', 'upsert']);
  const selection = {
    filter: canonical(details.filter as Document),
    one: kind !== 'updateMany',
    upsert: details.upsert === true,
  };
  const replacing = kind === 'replaceOne';
  const how = replacing
    ? { replacement: details.replacement as Document }
    : { update: compileUpdate(canonical(details.update as Document)) };
  const { matched, modified, upsertedId } = changeDocuments(target, selection, how);
  tally.nMatched += matched;
  tally.nModified += modified;
  if (upsertedId === undefined) return;
  tally.nUpserted++;
  tally.upserted.push({ index, _id: upsertedId });
}

function remove(target: Target, kind: string, details: Document, tally: Tally): void {
  checkOptions(kind, details, ['filter']);
  const selection = { filter: canonical(details.filter as Document), one: kind === 'deleteOne' };
  tally.nRemoved += removeDocuments(target, selection).removed;
}
