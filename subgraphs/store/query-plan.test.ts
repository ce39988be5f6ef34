import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Document } from './canonical-document';
import { compileFilter } from './compile-filter';
import { parseIndex } from './index-definition';
import { planQuery } from './query-plan';
import { countMatches, runQuery } from './run-query';
import { parseSort, sortDocuments } from './sort-documents';
import { StoredDatabase } from './stored-database';
import { insertDocument } from './write-documents';

const scalar = fc.constantFrom<unknown>(null, 0, 1, 2, 3, 'a', 'b', true, Number.NaN, new Date(1));
const field = fc.oneof({ weight: 5, arbitrary: scalar }, fc.array(scalar, { maxLength: 2 }), fc.record({ c: scalar }));
const rows = (content: fc.Arbitrary<unknown>) =>
  fc.array(fc.record({ a: content, b: content, c: content }, { requiredKeys: [] }), { minLength: 1, maxLength: 25 });

const condition = fc.oneof(
  scalar,
  fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
  fc
    .record({ $gt: scalar, $gte: scalar, $lt: scalar, $lte: scalar }, { requiredKeys: [] })
    .filter((range) => Object.keys(range).length > 0),
  fc.record({ $ne: scalar }),
  fc.record({ $exists: fc.boolean() }),
);
const path = fc.constantFrom('a', 'b', 'c', 'a.c', '_id');
const simple = fc.dictionary(path, condition, { maxKeys: 3, noNullPrototype: true });
const filter = fc.oneof(
  simple,
  fc.record({ $and: fc.array(simple, { minLength: 1, maxLength: 2 }) }),
  fc.record({ $or: fc.array(simple, { minLength: 1, maxLength: 2 }) }),
);
const direction = fc.constantFrom(1, -1);
const keys = fc.dictionary(path, direction, { minKeys: 1, maxKeys: 2, noNullPrototype: true });
const sort = fc.dictionary(path, direction, { maxKeys: 2, noNullPrototype: true });

describe('planning', () => {
  let directory: string;
  let database: StoredDatabase;
  let collections = 0;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'store-plan-'));
    database = new StoredDatabase('plan', join(directory, 'plan.sqlite'), { durable: false });
  });
  afterAll(async () => {
    database.close();
    await rm(directory, { recursive: true });
  });

  function fill(documents: readonly Document[], indexes: readonly Document[]) {
    const name = `c${++collections}`;
    const collection = database.ensure(name);
    return database.write(() => {
      collection.ensureIndexes(
        indexes.filter((index) => Object.keys(index).join() !== '_id').map((index) => parseIndex(index)),
      );
      for (const [i, document] of documents.entries()) {
        insertDocument({ database, name }, { _id: i % 2 ? i : `s${i}`, ...document });
      }
      return collection;
    });
  }

  // INVARIANT: an index changes how fast an answer comes, never the answer.
  test.each([
    ['of scalars', scalar],
    ['with arrays and documents', field],
  ])('any indexes give what reading every document gives, %s', (_title, content) => {
    const property = fc.property(
      rows(content),
      fc.array(keys, { maxLength: 3 }),
      filter,
      sort,
      (documents, indexes, wanted, order) => {
        const separate = indexes.filter(
          (index, i) => indexes.findIndex((other) => Object.keys(other).join() === Object.keys(index).join()) === i,
        );
        const single = separate.filter((index) => content === scalar || Object.keys(index).length === 1);
        const collection = fill(documents as Document[], single);
        const all = [...runQuery(collection, { filter: {} })].map(({ document }) => document);
        const matching = all.filter(compileFilter(wanted));
        const parsed = parseSort({ ...order, _id: order._id ?? 1 });
        const expected = sortDocuments(matching, parsed, { documentOf: (document) => document });
        const found = (window: object) =>
          [...runQuery(collection, { filter: wanted, sort: parsed, ...window })].map(({ document }) => document);
        expect(found({})).toEqual(expected);
        expect(found({ skip: 1, limit: 3 })).toEqual(expected.slice(1, 4));
        expect([...runQuery(collection, { filter: wanted })]).toHaveLength(expected.length);
        expect(countMatches(collection, { filter: wanted })).toBe(expected.length);
      },
    );
    fc.assert(property, { numRuns: 400 });
  });

  const indexes = [{ status: 1, at: -1 }, { country: 1 }];
  const plan = (wanted: Document, order: Document) => {
    const collection = fill(
      Array.from({ length: 5 }, (_, i) => ({ status: 'x', country: 'CO', at: i })),
      indexes,
    );
    const { source, sorted, exact } = planQuery(collection, wanted, { sort: parseSort(order), limited: true });
    return [source?.definition.name, sorted, exact];
  };

  test.each([
    ['a key', { _id: 1 }, {}, ['_id_', true, true]],
    ['pages by key', { _id: { $gt: 1 } }, { _id: 1 }, ['_id_', true, true]],
    ['an equal prefix and the next key in order', { status: 'x' }, { at: -1 }, ['status_1_at_-1', true, true]],
    ['the same backwards', { status: 'x', at: { $gt: 1 } }, { at: 1 }, ['status_1_at_-1', true, true]],
    [
      'pages by key under an equality, as every index ends in _id',
      { country: 'CO', _id: { $gt: 1 } },
      { _id: 1 },
      ['country_1', true, true],
    ],
    ['what no index knows', { other: 1 }, {}, [undefined, true, false]],
    ['an index for a part, the filter for the rest', { country: 'CO', other: 1 }, {}, ['country_1', true, false]],
  ])('%s', (_title, wanted, order, expected) => {
    expect(plan(wanted, order)).toEqual(expected);
  });
});
