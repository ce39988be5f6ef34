import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose, { Schema } from 'mongoose';
import { openStore, type Store } from './connect';

type Raw = mongoose.Collection<mongoose.mongo.BSON.Document>;

const REFUSED: [string, (collection: Raw, store: Store) => unknown][] = [
  ['the query operator $regex', (c) => c.find({ a: { $regex: 'x' } }).toArray()],
  ['regular expressions', (c) => c.findOne({ a: /x/ })],
  ['the query operator $where', (c) => c.findOne({ $where: 'true' })],
  ['the query operator $expr', (c) => c.countDocuments({ $expr: { $eq: [1, 1] } })],
  ['the query operator $text', (c) => c.findOne({ $text: { $search: 'x' } })],
  ['the query operator $near', (c) => c.findOne({ a: { $near: [0, 0] } })],
  ['the query operator $type', (c) => c.findOne({ a: { $type: 'string' } })],
  ['the query operator $mod', (c) => c.deleteMany({ a: { $mod: [2, 0] } })],
  ['the projection operator $slice', (c) => c.find({}, { projection: { a: { $slice: 1 } } }).toArray()],
  ['the option collation of find', (c) => c.find({}, { collation: { locale: 'es' } }).toArray()],
  ['the option hint of find', (c) => c.find({}, { hint: 'x' }).toArray()],
  ['the option session of findOne', (c) => c.findOne({}, { session: {} as never })],
  ['the option arrayFilters of updateOne', (c) => c.updateOne({}, { $set: { a: 1 } }, { arrayFilters: [{ x: 1 }] })],
  ['the option hint of updateMany', (c) => c.updateMany({}, { $set: { a: 1 } }, { hint: 'x' })],
  ['update pipelines', (c) => c.updateOne({}, [{ $set: { a: 1 } }])],
  ['the update operator $rename', (c) => c.updateOne({}, { $rename: { a: 'b' } })],
  ['the update operator $pull', (c) => c.updateOne({}, { $pull: { a: 1 } as never })],
  ['the $push modifier $slice', (c) => c.updateOne({ a: 1 }, { $push: { b: { $each: [], $slice: 1 } } as never })],
  ['the positional update $', (c) => c.updateOne({ a: 1 }, { $set: { 'a.$': 1 } })],
  ['the positional update $[]', (c) => c.updateOne({ a: 1 }, { $set: { 'a.$[]': 1 } })],
  ['values of type Decimal128', (c) => c.insertOne({ a: mongoose.mongo.Decimal128.fromString('1.5') })],
  ['values of type Long', (c) => c.insertOne({ a: 2n ** 60n })],
  ['the aggregation stage $lookup', (c) => c.aggregate([{ $lookup: { from: 'x', as: 'y', pipeline: [] } }]).toArray()],
  ['the aggregation stage $out', (c) => c.aggregate([{ $out: 'x' }]).toArray()],
  ['the aggregation stage $merge', (c) => c.aggregate([{ $merge: 'x' }]).toArray()],
  ['the aggregation stage $facet', (c) => c.aggregate([{ $facet: {} }]).toArray()],
  ['the accumulator $stdDevPop', (c) => c.aggregate([{ $group: { _id: null, a: { $stdDevPop: '$a' } } }]).toArray()],
  ['the expression operator $function', (c) => c.aggregate([{ $project: { a: { $function: {} } } }]).toArray()],
  ['the variable $$NOW', (c) => c.aggregate([{ $project: { a: '$$NOW' } }]).toArray()],
  ['the query operator $expr', (c) => c.aggregate([{ $limit: 1 }, { $match: { $expr: true } }]).toArray()],
  ['indexes of kind text', (c) => c.createIndex({ a: 'text' })],
  ['indexes of kind 2dsphere', (c) => c.createIndex({ a: '2dsphere' })],
  ['wildcard indexes', (c) => c.createIndex({ '$**': 1 })],
  ['the index option expireAfterSeconds', (c) => c.createIndex({ a: 1 }, { expireAfterSeconds: 1 })],
  ['collection.watch()', (c) => c.watch()],
  ['collection.rename()', (c) => c.rename('other')],
  ['explain', (c) => c.find({}).explain()],
  ['the bulk operation unknown', (c) => c.bulkWrite([{ unknown: {} } as never])],
  [
    'the option hint of updateOne',
    (c) => c.bulkWrite([{ updateOne: { filter: {}, update: { $set: { a: 1 } }, hint: 'x' } }]),
  ],
  ['sessions and transactions', (_c, { connection }) => connection.startSession()],
  ['sessions and transactions', (_c, { connection }) => connection.transaction(async () => undefined)],
  ['the command hello', (_c, { connection }) => connection.db?.command({ hello: 1 })],
  [
    'the option capped of createCollection',
    (_c, { connection }) => connection.createCollection('x', { capped: true, size: 10 }),
  ],
];

describe('the embedded store refuses by name', () => {
  let directory: string;
  let store: Store;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'store-refusals-'));
    store = await openStore({ address: `embedded:${directory}`, database: 'refusals' });
    await store.connection.collection('things').insertOne({ a: 1 });
  });
  afterAll(async () => {
    await store.close();
    await rm(directory, { recursive: true });
  });

  test.each(REFUSED)('%s', async (operation, attempt) => {
    const collection = store.connection.collection('things') as Raw;
    const refused = (async () => attempt(collection, store))();
    await expect(refused).rejects.toMatchObject({ code: 'EMBEDDED_UNSUPPORTED', operation });
    expect(await collection.find({}).toArray()).toMatchObject([{ a: 1 }]);
  });

  test('a compound index over two arrays, and the document with it', async () => {
    const Pair = store.connection.model(
      'Pair',
      new Schema({ a: { type: [Number], default: undefined }, b: { type: [Number], default: undefined } }).index({
        a: 1,
        b: 1,
      }),
    );
    await Pair.init();
    const refused = Pair.create({ a: [1, 2], b: [3, 4] });
    await expect(refused).rejects.toMatchObject({ code: 'EMBEDDED_UNSUPPORTED' });
    expect(await Pair.countDocuments()).toBe(0);
    await Pair.create({ a: [1, 2] });
    expect(await Pair.countDocuments({ a: 2 })).toBe(1);
  });
});
