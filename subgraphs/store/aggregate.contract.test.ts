import mongoose, { Schema } from 'mongoose';
import { describeContract } from './contract-stores';

const ROWS = [
  { _id: 1, s: 'a', n: 1, tags: ['x', 'y'], at: new Date('2024-01-05') },
  { _id: 2, s: 'b', n: 5, tags: [], at: new Date('2024-02-05') },
  { _id: 3, s: 'a', n: 7, tags: ['y'], at: new Date('2024-02-09') },
  { _id: 4, s: null, n: 'text', at: null },
  { _id: 5, n: 2, tags: 'z', place: { dept: '05' } },
];

describeContract('aggregating', ({ model }) => {
  let Row: mongoose.Model<unknown>;
  beforeAll(async () => {
    Row = (await model(new Schema({ _id: Number }, { strict: false }).index({ s: 1 }))) as mongoose.Model<unknown>;
    await Row.collection.insertMany(structuredClone(ROWS) as never[]);
  });

  const run = (...stages: mongoose.PipelineStage[]) => Row.aggregate(stages);

  test('$group with every accumulator; missing and null are one group', async () => {
    const groups = await run(
      { $sort: { _id: 1 } },
      {
        $group: {
          _id: '$s',
          rows: { $sum: 1 },
          sum: { $sum: '$n' },
          average: { $avg: '$n' },
          least: { $min: '$n' },
          most: { $max: '$n' },
          first: { $first: '$_id' },
          last: { $last: '$_id' },
          all: { $push: '$n' },
        },
      },
      { $sort: { _id: 1 } },
    );
    expect(groups).toEqual([
      { _id: null, rows: 2, sum: 2, average: 2, least: 2, most: 'text', first: 4, last: 5, all: ['text', 2] },
      { _id: 'a', rows: 2, sum: 8, average: 4, least: 1, most: 7, first: 1, last: 3, all: [1, 7] },
      { _id: 'b', rows: 1, sum: 5, average: 5, least: 5, most: 5, first: 2, last: 2, all: [5] },
    ]);
  });

  test('$group by an object of expressions', async () => {
    const groups = await run(
      { $match: { at: { $ne: null } } },
      {
        $group: {
          _id: { year: { $year: '$at' }, month: { $month: '$at' } },
          ids: { $addToSet: '$s' },
          n: { $count: {} },
        },
      },
      { $sort: { '_id.month': 1 } },
    );
    expect(groups.map(({ _id, n }) => [_id, n])).toEqual([
      [{ year: 2024, month: 1 }, 1],
      [{ year: 2024, month: 2 }, 2],
    ]);
  });

  test('$match, $sort, $skip and $limit, first and later', async () => {
    const ids = (rows: { _id: unknown }[]) => rows.map(({ _id }) => _id);
    expect(ids(await run({ $match: { s: 'a' } }, { $sort: { n: -1 } }, { $limit: 1 }))).toEqual([3]);
    expect(ids(await run({ $sort: { _id: -1 } }, { $skip: 1 }, { $limit: 2 }))).toEqual([4, 3]);
    expect(ids(await run({ $sort: { _id: 1 } }, { $limit: 3 }, { $skip: 1 }, { $match: { n: { $gt: 5 } } }))).toEqual([
      3,
    ]);
  });

  test('$unwind gives a document an item', async () => {
    const rows = await run({ $unwind: '$tags' }, { $group: { _id: '$tags', n: { $sum: 1 } } }, { $sort: { _id: 1 } });
    expect(rows).toEqual([
      { _id: 'x', n: 1 },
      { _id: 'y', n: 2 },
      { _id: 'z', n: 1 },
    ]);
    const kept = await run(
      { $sort: { _id: 1 } },
      { $unwind: { path: '$tags', preserveNullAndEmptyArrays: true, includeArrayIndex: 'i' } },
      { $project: { tags: 1, i: 1 } },
    );
    expect(kept).toEqual(
      [
        { _id: 1, tags: 'x', i: 0 },
        { _id: 1, tags: 'y', i: 1 },
        { _id: 2, i: null },
        { _id: 3, tags: 'y', i: 0 },
        { _id: 4, i: null },
        { _id: 5, tags: 'z', i: null },
      ].map((row) => row),
    );
  });

  test('$project includes, excludes and computes', async () => {
    expect(await run({ $match: { _id: 5 } }, { $project: { place: 1, _id: 0 } })).toEqual([{ place: { dept: '05' } }]);
    expect(await run({ $match: { _id: 2 } }, { $project: { tags: 0, at: 0 } })).toEqual([{ _id: 2, s: 'b', n: 5 }]);
    const computed = {
      d: '$place.dept',
      none: '$nothing',
      twice: { $multiply: ['$n', 2] },
      big: { $cond: [{ $gt: ['$n', 1] }, 'yes', 'no'] },
    };
    expect(await run({ $match: { _id: 5 } }, { $project: computed })).toEqual([
      { _id: 5, d: '05', twice: 4, big: 'yes' },
    ]);
  });

  test('expressions: arithmetic, logic, null and missing', async () => {
    const value = async (expression: unknown) => {
      const [row] = await run({ $match: { _id: 1 } }, { $project: { _id: 0, v: expression as never } });
      return (row as { v?: unknown }).v;
    };
    expect(await value({ $add: ['$n', 2, 3] })).toBe(6);
    expect(await value({ $subtract: ['$n', 3] })).toBe(-2);
    expect(await value({ $divide: ['$n', 4] })).toBe(0.25);
    expect(await value({ $add: ['$n', '$missing'] })).toBeNull();
    expect(await value({ $concat: ['$s', '-', 'z'] })).toBe('a-z');
    expect(await value({ $ifNull: ['$missing', 'other'] })).toBe('other');
    expect(await value({ $eq: ['$missing', null] })).toBe(false);
    expect(await value({ $lt: ['$missing', null] })).toBe(true);
    expect(await value({ $gt: ['$s', '$n'] })).toBe(true);
    expect(await value({ $and: ['$s', { $not: ['$missing'] }, { $or: [false, ''] }] })).toBe(true);
    expect(await value({ $literal: '$n' })).toBe('$n');
    expect(await value({ $year: '$missing' })).toBeNull();
  });

  test('$count counts, and gives nothing for nothing', async () => {
    expect(await run({ $match: { s: 'a' } }, { $count: 'rows' })).toEqual([{ rows: 2 }]);
    expect(await run({ $match: { s: 'none' } }, { $count: 'rows' })).toEqual([]);
  });

  test('an aggregation can be read by a cursor', async () => {
    const seen: unknown[] = [];
    for await (const row of Row.aggregate([{ $sort: { _id: 1 } }, { $project: { _id: 1 } }]).cursor()) seen.push(row);
    expect(seen).toEqual([{ _id: 1 }, { _id: 2 }, { _id: 3 }, { _id: 4 }, { _id: 5 }]);
  });
});
