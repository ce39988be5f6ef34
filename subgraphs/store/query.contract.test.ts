import mongoose, { Schema } from 'mongoose';
import { describeContract } from './contract-stores';

const ROWS = [
  {
    _id: 1,
    a: 1,
    tags: ['x', 'y'],
    place: { dept: '05' },
    items: [
      { k: 'p', n: 1 },
      { k: 'q', n: 5 },
    ],
  },
  { _id: 2, a: 5, tags: [], place: { dept: '11' }, items: [{ k: 'p', n: 5 }] },
  { _id: 3, a: null, tags: ['y'], place: {} },
  { _id: 4, tags: 'x', items: [] },
  {
    _id: 5,
    a: 'text',
    place: { dept: null },
    items: [
      { k: 'q', n: 1 },
      { k: 'p', n: 9 },
    ],
  },
  { _id: 6, a: [3, 12], tags: [['x']] },
  { _id: 7, a: new Date(5), place: [{ dept: '05' }, { dept: '11' }] },
  { _id: 8, a: { b: 1 }, tags: ['z'] },
];

const CASES: [string, object, number[]][] = [
  ['equality', { a: 1 }, [1]],
  ['equality with null finds missing too', { a: null }, [3, 4]],
  ['equality with an item of an array', { tags: 'x' }, [1, 4]],
  ['equality with a whole array', { tags: { $eq: ['x', 'y'] } }, [1]],
  ['equality with an array within an array', { tags: { $eq: ['x'] } }, [6]],
  ['equality with an embedded document', { a: { b: 1 } }, [8]],
  ['a dotted path', { 'place.dept': '05' }, [1, 7]],
  ['a dotted path with null', { 'place.dept': null }, [3, 4, 5, 6, 8]],
  ['$eq', { a: { $eq: 5 } }, [2]],
  ['$ne', { a: { $ne: 1 } }, [2, 3, 4, 5, 6, 7, 8]],
  ['$ne of null', { a: { $ne: null } }, [1, 2, 5, 6, 7, 8]],
  ['$in', { a: { $in: [1, 'text', null] } }, [1, 3, 4, 5]],
  ['$in of items', { tags: { $in: ['y', 'z'] } }, [1, 3, 8]],
  ['$in of nothing', { a: { $in: [] } }, []],
  ['$nin', { a: { $nin: [1, null] } }, [2, 5, 6, 7, 8]],
  ['$gt compares numbers with numbers only', { a: { $gt: 1 } }, [2, 6]],
  ['$gte', { a: { $gte: 1 } }, [1, 2, 6]],
  ['$lt', { a: { $lt: 5 } }, [1, 6]],
  ['$lte of a date', { a: { $lte: new Date(5) } }, [7]],
  ['a range that different items of an array satisfy', { a: { $gt: 4, $lt: 10 } }, [2, 6]],
  ['$exists', { a: { $exists: true } }, [1, 2, 3, 5, 6, 7, 8]],
  ['$exists: false', { a: { $exists: false } }, [4]],
  ['$exists of a dotted path', { 'place.dept': { $exists: true } }, [1, 2, 5, 7]],
  ['$and', { $and: [{ tags: 'y' }, { a: 1 }] }, [1]],
  ['$or', { $or: [{ a: 1 }, { tags: 'z' }] }, [1, 8]],
  ['$nor', { $nor: [{ a: { $exists: true } }, { tags: 'y' }] }, [4]],
  ['$not', { a: { $not: { $gt: 1 } } }, [1, 3, 4, 5, 7, 8]],
  ['$all', { tags: { $all: ['x', 'y'] } }, [1]],
  ['$size', { tags: { $size: 1 } }, [3, 6, 8]],
  ['$size of zero', { tags: { $size: 0 } }, [2]],
  ['$elemMatch of one item', { items: { $elemMatch: { k: 'p', n: { $gt: 2 } } } }, [2, 5]],
  ['dotted paths that different items satisfy', { 'items.k': 'p', 'items.n': 1 }, [1, 5]],
  ['$elemMatch of a value', { a: { $elemMatch: { $gt: 2, $lt: 10 } } }, [6]],
  ['an index of an array', { 'items.0.k': 'q' }, [5]],
  ['conditions on two paths', { a: { $gte: 1 }, tags: 'x' }, [1]],
  ['_id in a range', { _id: { $gt: 2, $lte: 4 } }, [3, 4]],
];

const schema = () =>
  new Schema(
    {
      _id: Number,
      a: Schema.Types.Mixed,
      tags: Schema.Types.Mixed,
      place: Schema.Types.Mixed,
      items: Schema.Types.Mixed,
    },
    { strict: false, strictQuery: false },
  );

const idsOf = (found: { _id?: unknown }[]) => found.map(({ _id }) => _id);

describeContract('querying', ({ model }) => {
  let Plain: mongoose.Model<unknown>;
  let Indexed: mongoose.Model<unknown>;
  beforeAll(async () => {
    Plain = (await model(schema())) as mongoose.Model<unknown>;
    const indexed = schema()
      .index({ a: 1 })
      .index({ tags: -1 })
      .index({ 'place.dept': 1, a: 1 })
      .index({ 'items.k': 1 });
    Indexed = (await model(indexed)) as mongoose.Model<unknown>;
    await Plain.collection.insertMany(structuredClone(ROWS) as never[]);
    await Indexed.collection.insertMany(structuredClone(ROWS) as never[]);
  });

  test.each(CASES)('%s', async (_title, filter, expected) => {
    for (const Model of [Plain, Indexed]) {
      expect(idsOf(await Model.find(filter).sort({ _id: 1 }).lean())).toEqual(expected);
      expect(await Model.countDocuments(filter)).toBe(expected.length);
    }
  });

  test('mixed types sort as BSON orders them, arrays by their least or greatest item', async () => {
    for (const Model of [Plain, Indexed]) {
      expect(idsOf(await Model.find().sort({ a: 1, _id: 1 }).lean())).toEqual([3, 4, 1, 6, 2, 5, 8, 7]);
      expect(idsOf(await Model.find().sort({ a: -1, _id: 1 }).lean())).toEqual([7, 8, 5, 6, 2, 1, 3, 4]);
    }
  });

  test('skip and limit', async () => {
    expect(idsOf(await Plain.find().sort({ _id: -1 }).skip(2).limit(3).lean())).toEqual([6, 5, 4]);
    expect(idsOf(await Plain.find().sort({ _id: 1 }).limit(0).lean())).toHaveLength(8);
    expect(await Plain.countDocuments({}, { skip: 6, limit: 5 })).toBe(2);
  });

  test('projections include or exclude, also within arrays', async () => {
    expect(await Plain.findOne({ _id: 1 }, { 'items.k': 1, _id: 0 }).lean()).toEqual({
      items: [{ k: 'p' }, { k: 'q' }],
    });
    expect(await Plain.findOne({ _id: 2 }, { items: 0, place: 0 }).lean()).toEqual({ _id: 2, a: 5, tags: [] });
    expect(await Plain.findOne({ _id: 3 }).select('a').lean()).toEqual({ _id: 3, a: null });
  });

  test('findOne, findById, exists and distinct', async () => {
    expect(await Plain.findOne({ a: 'none' })).toBeNull();
    expect(await Plain.findById(8).lean()).toMatchObject({ a: { b: 1 } });
    expect(await Plain.exists({ tags: 'z' })).toEqual({ _id: 8 });
    expect(await Plain.exists({ tags: 'none' })).toBeNull();
    expect(await Plain.distinct('tags', { _id: { $lte: 4 } })).toEqual(['x', 'y']);
  });

  test('cursors give every document once', async () => {
    const seen: unknown[] = [];
    for await (const { _id } of Plain.find().sort({ _id: 1 }).lean().cursor()) seen.push(_id);
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const cursor = Plain.find().sort({ _id: 1 }).cursor();
    expect(await cursor.next()).toMatchObject({ _id: 1 });
    await cursor.close();
  });

  test('a cursor outlives writes to what it reads', async () => {
    const Many = (await model(schema())) as mongoose.Model<unknown>;
    await Many.insertMany(
      Array.from({ length: 1500 }, (_, i) => ({ _id: i })),
      { lean: true },
    );
    let seen = 0;
    for await (const { _id } of Many.find().lean().cursor()) {
      await Many.updateOne({ _id }, { $set: { a: 1 } });
      seen++;
    }
    expect(seen).toBe(1500);
    expect(await Many.countDocuments({ a: 1 })).toBe(1500);
  });

  test('pages by key follow one another', async () => {
    const Paged = await model(new Schema({ _id: String, status: String }).index({ status: 1, _id: 1 }));
    await Paged.insertMany(
      Array.from({ length: 100 }, (_, i) => ({ _id: `k${String(i).padStart(3, '0')}`, status: 'ab'[i % 2] })),
    );
    const seen: string[] = [];
    for (let after = ''; ; after = seen.at(-1) as string) {
      const page = await Paged.find({ status: 'a', _id: { $gt: after } })
        .sort({ _id: 1 })
        .limit(21)
        .lean();
      seen.push(...page.map(({ _id }) => _id as string));
      if (page.length < 21) break;
    }
    expect(seen).toHaveLength(50);
    expect(seen).toEqual([...seen].sort());
  });
});
