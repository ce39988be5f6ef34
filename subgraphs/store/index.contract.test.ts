import mongoose, { Schema } from 'mongoose';
import { describeContract } from './contract-stores';

describeContract('indexes', ({ model, store }) => {
  test('the indexes of a schema are built and listed', async () => {
    const schema = new Schema({ _id: String, email: { type: String, unique: true }, status: String, at: Date });
    schema.index({ status: 1, at: -1 });
    const Case = await model(schema);
    expect(await Case.listIndexes()).toMatchObject([
      { key: { _id: 1 }, name: '_id_' },
      { key: { email: 1 }, name: 'email_1', unique: true },
      { key: { status: 1, at: -1 }, name: 'status_1_at_-1' },
    ]);
    await Case.ensureIndexes();
    expect(await Case.listIndexes()).toHaveLength(3);
  });

  test('an index built over documents answers as before and can be dropped', async () => {
    const Case = await model(new Schema({ _id: Number, v: Schema.Types.Mixed }));
    const values = [3, 'b', null, [1, 2], 3, undefined, new Date(1)];
    await Case.collection.insertMany(values.map((v, _id) => (v === undefined ? { _id } : { _id, v })) as never[]);
    const ids = async (filter: object) => (await Case.find(filter).sort({ _id: 1 }).lean()).map(({ _id }) => _id);
    const filters = [{ v: 3 }, { v: null }, { v: 2 }, { v: { $gte: 2 } }, { v: { $in: ['b', 1] } }];
    const before = await Promise.all(filters.map(ids));
    await Case.collection.createIndex({ v: 1 });
    expect(await Promise.all(filters.map(ids))).toEqual(before);
    expect(before).toEqual([[0, 4], [2, 5], [3], [0, 3, 4], [1, 3]]);
    await Case.collection.dropIndex('v_1');
    expect(await Case.listIndexes()).toHaveLength(1);
  });

  test('a unique index is not built over documents that collide', async () => {
    const Case = await model(new Schema({ _id: Number, v: Number }));
    await Case.insertMany([
      { _id: 1, v: 1 },
      { _id: 2, v: 1 },
    ]);
    await expect(Case.collection.createIndex({ v: 1 }, { unique: true })).rejects.toMatchObject({ code: 11000 });
    expect(await Case.listIndexes()).toHaveLength(1);
    await Case.insertMany([{ _id: 3, v: 1 }]);
  });

  test('a unique compound index takes parts that repeat', async () => {
    const Case = await model(new Schema({ a: String, b: Number }).index({ a: 1, b: 1 }, { unique: true }));
    await Case.insertMany([
      { a: 'x', b: 1 },
      { a: 'x', b: 2 },
      { a: 'y', b: 1 },
    ]);
    await expect(Case.create({ a: 'x', b: 2 })).rejects.toMatchObject({ code: 11000, keyValue: { a: 'x', b: 2 } });
  });

  test('a unique index takes one missing value, a sparse or partial one many', async () => {
    const schema = new Schema({ plain: String, sparse: String, partial: String, state: String });
    schema.index({ sparse: 1 }, { unique: true, sparse: true });
    schema.index({ partial: 1 }, { unique: true, partialFilterExpression: { state: 'live' } });
    const Case = await model(schema);
    await Case.insertMany([{ partial: 'p' }, { partial: 'p' }, { partial: 'p', state: 'live' }]);
    await expect(Case.create({ partial: 'p', state: 'live' })).rejects.toMatchObject({ code: 11000 });
    expect(await Case.countDocuments({ sparse: null })).toBe(3);
    expect(await Case.countDocuments({ partial: 'p' })).toBe(3);
    await Case.collection.createIndex({ plain: 1 }).then(() => Case.collection.dropIndex('plain_1'));
    await expect(Case.collection.createIndex({ plain: 1 }, { unique: true })).rejects.toMatchObject({ code: 11000 });
  });

  test('an array may not repeat another document’s item in a unique index, but its own', async () => {
    const Case = await model(new Schema({ _id: Number, keys: [String] }).index({ keys: 1 }, { unique: true }));
    await Case.create({ _id: 1, keys: ['a', 'a', 'b'] });
    await expect(Case.create({ _id: 2, keys: ['c', 'b'] })).rejects.toMatchObject({ code: 11000 });
    await Case.create({ _id: 2, keys: ['c'] });
    expect(await Case.findOne({ keys: 'c' }).lean()).toMatchObject({ _id: 2 });
  });

  test('collections are created, listed and dropped', async () => {
    const { connection } = store();
    await connection.createCollection('to_drop');
    expect((await connection.listCollections()).map(({ name }) => name)).toContain('to_drop');
    await connection.collection('to_drop').insertOne({ a: 1 });
    await connection.dropCollection('to_drop');
    expect((await connection.listCollections()).map(({ name }) => name)).not.toContain('to_drop');
    expect(await connection.collection('to_drop').countDocuments({})).toBe(0);
    expect(await connection.collection('to_drop').find({}).toArray()).toEqual([]);
  });

  test('an index of the same name with other options is refused', async () => {
    const Case = await model(new Schema({ a: String }).index({ a: 1 }));
    const error = await Case.collection.createIndex({ a: 1 }, { unique: true }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(mongoose.mongo.MongoServerError);
    expect([85, 86]).toContain((error as mongoose.mongo.MongoServerError).code);
  });
});
