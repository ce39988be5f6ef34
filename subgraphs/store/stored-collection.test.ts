import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Document } from './canonical-document';
import { isRefusal } from './duplicate-key';
import { parseIndex } from './index-definition';
import { EVERYTHING } from './key-source';
import { runQuery } from './run-query';
import { StoredDatabase } from './stored-database';
import { compileUpdate } from './update-document';
import { changeDocuments, insertDocument, removeDocuments } from './write-documents';

const INDEXES = [
  parseIndex({ a: 1 }),
  parseIndex({ b: -1, a: 1 }),
  parseIndex({ a: 1, u: 1 }, { unique: true }),
  parseIndex({ u: 1 }, { unique: true, sparse: true }),
];

const id = fc.nat(6);
const value = fc.oneof(fc.nat(3), fc.constantFrom<unknown>('x', null), fc.array(fc.nat(2), { maxLength: 2 }));
const step = fc.oneof(
  fc.record({ insert: fc.record({ _id: id, a: value, b: fc.nat(2), u: fc.nat(9) }, { requiredKeys: ['_id'] }) }),
  fc.record({
    where: fc.record({ _id: id }),
    update: fc.record({ $set: fc.record({ a: value }), $inc: fc.record({ b: fc.nat(2) }) }),
    upsert: fc.boolean(),
  }),
  fc.record({
    where: fc.record({ b: fc.nat(2) }),
    update: fc.record({ $set: fc.record({ u: fc.nat(9) }) }),
    upsert: fc.boolean(),
  }),
  fc.record({
    where: fc.record({ a: fc.nat(3) }),
    update: fc.constant({ $unset: { a: 1, u: 1 } }),
    upsert: fc.constant(false),
  }),
  fc.record({ remove: fc.oneof(fc.record({ _id: id }), fc.record({ a: fc.nat(3) }), fc.constant({})) }),
);
type Step = { insert?: Document; where?: Document; update?: Document; upsert?: boolean; remove?: Document };

describe('a collection', () => {
  let directory: string;
  let database: StoredDatabase;
  let collections = 0;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'store-collection-'));
    database = new StoredDatabase('kept', join(directory, 'kept.sqlite'), { durable: false });
  });
  afterAll(async () => {
    database.close();
    await rm(directory, { recursive: true });
  });

  function collect(name: string) {
    const collection = database.ensure(name);
    database.write(() => {
      collection.ensureIndexes(INDEXES);
    });
    return collection;
  }

  function take(name: string, { insert, where, update, upsert, remove }: Step) {
    const target = { database, name };
    try {
      if (insert) insertDocument(target, insert);
      if (where)
        changeDocuments(
          target,
          { filter: where, one: false, upsert: upsert === true },
          { update: compileUpdate(update as Document) },
        );
      if (remove) removeDocuments(target, { filter: remove, one: false });
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
  }

  const keysOf = (collection: ReturnType<typeof collect>) =>
    collection.indexes.map(({ source }) =>
      source.page(EVERYTHING, { reverse: false, limit: -1 }).map(({ key }) => Buffer.from(key).toString('hex')),
    );

  // INVARIANT: after any writes, refused ones among them, each index lists the documents there are and nothing else.
  test('has the indexes that its documents give, whatever was written and refused', () => {
    const property = fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const name = `c${++collections}`;
      const collection = collect(name);
      for (const each of steps) take(name, each as Step);
      const documents = [...runQuery(collection, { filter: {} })].map(({ document }) => document);
      const rebuilt = collect(`${name}_rebuilt`);
      for (const document of documents) insertDocument({ database, name: `${name}_rebuilt` }, document);
      expect(keysOf(collection)).toEqual(keysOf(rebuilt));
      expect(collection.documents).toBe(documents.length);
    });
    fc.assert(property, { numRuns: 150 });
  });
});
