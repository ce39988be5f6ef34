import mongoose, { Schema } from 'mongoose';
import { describeContract } from './contract-stores';

const schema = () =>
  new Schema({
    _id: String,
    n: Number,
    status: { type: String, index: true },
    list: { type: [Schema.Types.Mixed], default: undefined },
    place: { dept: String, town: String },
    at: Date,
  });

describeContract('updating', ({ model }) => {
  test('$set, $unset, $inc and $push change what they name', async () => {
    const Case = await model(schema());
    await Case.create({ _id: 'a', n: 1, status: 'open', place: { dept: '05', town: 'x' } });
    const changes = {
      $set: { 'place.dept': '11', status: 'shut' },
      $inc: { n: 2.5 },
      $unset: { 'place.town': 1 },
      $push: { list: 7 },
    };
    expect(await Case.updateOne({ _id: 'a' }, changes)).toMatchObject({
      matchedCount: 1,
      modifiedCount: 1,
      upsertedId: null,
    });
    await Case.updateOne({ _id: 'a' }, { $push: { list: { $each: [8, { k: 9 }] } } });
    expect(await Case.findById('a').lean()).toEqual({
      _id: 'a',
      n: 3.5,
      status: 'shut',
      place: { dept: '11' },
      list: [7, 8, { k: 9 }],
      __v: 0,
    });
    expect(await Case.countDocuments({ status: 'open' })).toBe(0);
    expect(await Case.countDocuments({ status: 'shut' })).toBe(1);
  });

  test('a change to the same values matches and modifies nothing', async () => {
    const Case = await model(schema());
    await Case.create({ _id: 'a', n: 1 });
    expect(await Case.updateOne({ _id: 'a' }, { $set: { n: 1 } })).toMatchObject({ matchedCount: 1, modifiedCount: 0 });
    expect(await Case.updateOne({ _id: 'b' }, { $set: { n: 1 } })).toMatchObject({ matchedCount: 0, modifiedCount: 0 });
  });

  test('updateMany changes all matches, also along the index it reads', async () => {
    const Case = await model(schema());
    await Case.insertMany(Array.from({ length: 300 }, (_, i) => ({ _id: `k${i}`, status: 'ab'[i % 2], n: i })));
    expect(await Case.updateMany({ status: { $gte: 'a' } }, { $set: { status: 'c' } })).toMatchObject({
      modifiedCount: 300,
    });
    expect(await Case.countDocuments({ status: 'c' })).toBe(300);
  });

  test('upsert adds what the filter demands and $setOnInsert, once', async () => {
    const Cell = await model(schema());
    const add = () =>
      Cell.updateOne(
        { _id: 'cell', status: { $eq: 'x' }, 'place.dept': '05', n: { $gte: 0 } },
        { $inc: { n: 3 }, $setOnInsert: { at: new Date(7) } },
        { upsert: true },
      );
    expect(await add()).toMatchObject({ upsertedCount: 1, upsertedId: 'cell', matchedCount: 0 });
    expect(await add()).toMatchObject({ upsertedCount: 0, matchedCount: 1, modifiedCount: 1 });
    expect(await Cell.findById('cell').lean()).toMatchObject({
      status: 'x',
      place: { dept: '05' },
      n: 6,
      at: new Date(7),
    });
  });

  test('findOneAndUpdate gives the document before or after, chosen by sort', async () => {
    const Case = await model(schema());
    await Case.insertMany([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 2 },
    ]);
    const before = await Case.findOneAndUpdate({}, { $inc: { n: 10 } }, { sort: { n: -1 } }).lean();
    expect(before).toMatchObject({ _id: 'b', n: 2 });
    const after = await Case.findOneAndUpdate(
      { _id: 'b' },
      { $inc: { n: 1 } },
      { returnDocument: 'after', projection: { n: 1 } },
    ).lean();
    expect(after).toEqual({ _id: 'b', n: 13 });
    expect(await Case.findOneAndUpdate({ _id: 'z' }, { $set: { n: 1 } })).toBeNull();
    const created = await Case.findOneAndUpdate(
      { _id: 'z' },
      { $set: { n: 1 } },
      { upsert: true, returnDocument: 'after' },
    );
    expect(created).toMatchObject({ _id: 'z', n: 1 });
    const raw = await Case.findOneAndUpdate(
      { _id: 'z' },
      { $inc: { n: 1 } },
      { includeResultMetadata: true, returnDocument: 'after' },
    );
    expect(raw).toMatchObject({ ok: 1, lastErrorObject: { updatedExisting: true, n: 1 }, value: { n: 2 } });
  });

  test('save writes the changed paths, and a stale array change is a VersionError', async () => {
    const Case = await model(schema());
    await Case.create({ _id: 'a', n: 1, list: [1, 2, 3] });
    const mine = (await Case.findById('a')) as mongoose.HydratedDocument<{ list: unknown[]; n: number }>;
    const other = (await Case.findById('a')) as mongoose.HydratedDocument<{ list: unknown[]; n: number }>;
    other.set('list', [9]);
    other.n = 5;
    await other.save();
    expect(await Case.findById('a').lean()).toMatchObject({ n: 5, list: [9], __v: 1 });
    mine.set('list.1', 7);
    await expect(mine.save()).rejects.toMatchObject({ name: 'VersionError' });
  });

  test('changes that cannot be made are refused and change nothing', async () => {
    const Case = await model(new Schema({ _id: String, v: Schema.Types.Mixed, w: Schema.Types.Mixed }));
    await Case.create({ _id: 'a', v: 'text' });
    const update = (change: object) => Case.collection.updateOne({ _id: 'a' as never }, change as never);
    await expect(update({ $inc: { v: 1 } })).rejects.toMatchObject({ code: 14 });
    await expect(update({ $push: { v: 1 } })).rejects.toMatchObject({ code: 2 });
    await expect(update({ $set: { 'v.w': 1 } })).rejects.toMatchObject({ code: 28 });
    await expect(update({ $set: { _id: 'b' } })).rejects.toMatchObject({ code: 66 });
    await expect(update({ $set: { w: 1 }, $unset: { w: 1 } })).rejects.toMatchObject({ code: 40 });
    expect(await Case.findById('a').lean()).toMatchObject({ v: 'text' });
  });

  test('a change to a taken unique key is E11000 and changes nothing', async () => {
    const Case = await model(new Schema({ _id: String, email: { type: String, unique: true } }));
    await Case.insertMany([
      { _id: 'a', email: 'a' },
      { _id: 'b', email: 'b' },
    ]);
    await expect(Case.updateOne({ _id: 'b' }, { $set: { email: 'a' } })).rejects.toMatchObject({
      code: 11000,
      keyValue: { email: 'a' },
    });
    expect(await Case.findOne({ email: 'b' }).lean()).toMatchObject({ _id: 'b' });
    await Case.updateOne({ _id: 'a' }, { $set: { email: 'c' } });
    await Case.updateOne({ _id: 'b' }, { $set: { email: 'a' } });
    expect(await Case.findOne({ email: 'a' }).lean()).toMatchObject({ _id: 'b' });
  });

  test('deleteOne, deleteMany and findOneAndDelete', async () => {
    const Case = await model(schema());
    await Case.insertMany(['a', 'b', 'c', 'd', 'e'].map((_id, n) => ({ _id, n, status: 'x' })));
    expect(await Case.deleteOne({ status: 'x' })).toMatchObject({ deletedCount: 1 });
    expect(await Case.findOneAndDelete({}, { sort: { n: -1 } }).lean()).toMatchObject({ _id: 'e' });
    expect(await Case.deleteMany({ n: { $lte: 2 } })).toMatchObject({ deletedCount: 2 });
    expect(await Case.countDocuments({ status: 'x' })).toBe(1);
    expect(await Case.deleteMany({})).toMatchObject({ deletedCount: 1 });
    expect(await Case.countDocuments()).toBe(0);
    expect(await Case.countDocuments({ status: 'x' })).toBe(0);
  });

  test('bulkWrite runs its operations in order', async () => {
    const Case = await model(schema());
    const operations = [
      { insertOne: { document: { _id: 'a', n: 1 } } },
      { insertOne: { document: { _id: 'b', n: 2 } } },
      { updateOne: { filter: { _id: 'a' }, update: { $inc: { n: 5 } } } },
      { updateOne: { filter: { _id: 'c' }, update: { $set: { n: 9 } }, upsert: true } },
      { replaceOne: { filter: { _id: 'b' }, replacement: { n: 7 } } },
      { deleteOne: { filter: { _id: 'a' } } },
    ];
    const result = await Case.bulkWrite(operations as unknown as mongoose.AnyBulkWriteOperation[]);
    expect(result).toMatchObject({
      insertedCount: 2,
      matchedCount: 2,
      modifiedCount: 2,
      upsertedCount: 1,
      deletedCount: 1,
    });
    expect(result.upsertedIds).toEqual({ 3: 'c' });
    const left = await Case.find().sort({ _id: 1 }).lean();
    expect(left.map(({ _id, n }) => [_id, n])).toEqual([
      ['b', 7],
      ['c', 9],
    ]);
  });

  test('an unordered bulkWrite reports each refusal and runs the rest', async () => {
    const Case = await model(schema());
    const operations = ['a', 'a', 'b'].map((_id) => ({ insertOne: { document: { _id } as never } }));
    const error = await Case.bulkWrite(operations, { ordered: false }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'MongoBulkWriteError', code: 11000, writeErrors: [{ index: 1 }] });
    expect((error as mongoose.mongo.MongoBulkWriteError).result.insertedCount).toBe(2);
    expect(await Case.distinct('_id')).toEqual(['a', 'b']);
  });
});
