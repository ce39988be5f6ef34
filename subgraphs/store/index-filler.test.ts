import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toStored } from './canonical-document';
import { parseIndex } from './index-definition';
import { IndexFiller } from './index-filler';
import { EVERYTHING } from './key-source';
import type { StoredCollection } from './stored-collection';
import { StoredDatabase } from './stored-database';
import type { StoredIndex } from './stored-index';

describe('an index that is filled in runs', () => {
  let directory: string;
  let database: StoredDatabase;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'store-filler-'));
    database = new StoredDatabase('kept', join(directory, 'kept.sqlite'), { durable: false });
  });
  afterAll(async () => {
    database.close();
    await rm(directory, { recursive: true });
  });

  const DOCUMENTS = [9, 2, 7, 2, [5, 1], 8, 3, 3, null, 4].map((v, _id) => ({ _id, v }));
  const collectionOf = (name: string, unique: boolean): [StoredCollection, StoredIndex] => {
    const collection = database.ensure(name);
    collection.ensureIndexes([parseIndex({ v: 1 }, { unique })]);
    return [collection, collection.indexes[0] as StoredIndex];
  };
  const keysIn = ({ source }: StoredIndex) =>
    source.page(EVERYTHING, { reverse: false, limit: -1 }).map(({ key }) => Buffer.from(key).toString('hex'));

  test('lists what an index kept up row by row lists, however long a run is', () => {
    const [kept, byRow] = collectionOf('by_row', false);
    for (const document of DOCUMENTS) kept.insert(toStored(document));
    for (const most of [1, 3, 1000]) {
      const [filled, index] = collectionOf(`runs_of_${most}`, false);
      for (const document of DOCUMENTS) filled.insert(toStored(document));
      index.clear();
      const filler = new IndexFiller(index, most);
      for (const [row, document] of DOCUMENTS.entries()) filler.add(row + 1, document);
      filler.end();
      expect(keysIn(index)).toEqual(keysIn(byRow));
      expect(index.manifold).toBe(true);
    }
  });

  test.each([1, 3, 1000])('refuses a key that is taken, within a run and across runs of %i', (most) => {
    const [, index] = collectionOf(`unique_in_runs_of_${most}`, true);
    const fill = () => {
      const filler = new IndexFiller(index, most);
      for (const [row, document] of DOCUMENTS.entries()) filler.add(row + 1, document);
      filler.end();
    };
    expect(fill).toThrow(/E11000/);
  });
});

test('indexes that are asked for together are built together, or none is', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'store-indexes-'));
  const database = new StoredDatabase('kept', join(directory, 'kept.sqlite'), { durable: false });
  const collection = database.ensure('rows');
  for (const document of [
    { _id: 1, a: 1, b: 2 },
    { _id: 2, a: 1, b: 1 },
  ])
    collection.insert(toStored(document));
  const names = () => collection.indexes.map(({ definition }) => definition.name);
  expect(() => collection.ensureIndexes([parseIndex({ b: 1 }), parseIndex({ a: 1 }, { unique: true })])).toThrow(
    /E11000/,
  );
  expect(names()).toEqual([]);
  collection.ensureIndexes([parseIndex({ b: 1 }), parseIndex({ a: 1 }), parseIndex({ b: 1 })]);
  expect(names()).toEqual(['b_1', 'a_1']);
  database.close();
  const reopened = new StoredDatabase('kept', join(directory, 'kept.sqlite'), { durable: false });
  expect(reopened.find('rows')?.indexes.map(({ definition }) => definition.name)).toEqual(['b_1', 'a_1']);
  reopened.close();
  await rm(directory, { recursive: true });
});
