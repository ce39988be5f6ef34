import mongoose, { Schema } from 'mongoose';
import { describeContract } from './contract-stores';

interface Person {
  _id: string;
  email?: string;
  age?: number;
}

const personSchema = () =>
  new Schema<Person>({ _id: String, email: { type: String, unique: true, sparse: true }, age: Number });

describeContract('inserting', ({ model }) => {
  test('create, save and insertMany keep what they are given', async () => {
    const Person = await model(personSchema());
    await Person.create({ _id: 'a', age: 1 });
    await new Person({ _id: 'b', age: 2 }).save();
    await Person.insertMany([
      { _id: 'c', age: 3 },
      { _id: 'd', age: 4 },
    ]);
    const found = await Person.find().sort({ _id: 1 }).lean();
    expect(found.map(({ _id, age }) => [_id, age])).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3],
      ['d', 4],
    ]);
  });

  test('a second document with a unique key is E11000 with its pattern and value', async () => {
    const Person = await model(personSchema());
    await Person.create({ _id: 'a', email: 'x@example.org' });
    await expect(Person.create({ _id: 'b', email: 'x@example.org' })).rejects.toMatchObject({
      name: 'MongoServerError',
      code: 11000,
      keyPattern: { email: 1 },
      keyValue: { email: 'x@example.org' },
      message: expect.stringContaining('E11000 duplicate key error collection'),
    });
    await expect(Person.create({ _id: 'a' })).rejects.toMatchObject({ code: 11000, keyPattern: { _id: 1 } });
    expect(await Person.countDocuments({})).toBe(1);
  });

  test('an ordered insertMany stops at the first refusal, an unordered one passes it over', async () => {
    const documents = [{ _id: 'a' }, { _id: 'b' }, { _id: 'a' }, { _id: 'c' }];
    const Ordered = await model(personSchema());
    await expect(Ordered.insertMany(documents)).rejects.toMatchObject({ code: 11000 });
    expect(await Ordered.distinct('_id')).toEqual(['a', 'b']);
    const Unordered = await model(personSchema());
    const error = await Unordered.insertMany(documents, { ordered: false }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(mongoose.mongo.MongoBulkWriteError);
    expect((error as mongoose.mongo.MongoBulkWriteError).writeErrors).toMatchObject([{ index: 2, code: 11000 }]);
    expect(await Unordered.distinct('_id')).toEqual(['a', 'b', 'c']);
  });

  test('a refused document leaves no trace in any index', async () => {
    const schema = new Schema({ _id: String, first: String, second: { type: String } });
    schema.index({ first: 1 }, { unique: true });
    schema.index({ second: 1 }, { unique: true });
    const Pair = await model(schema);
    await Pair.create({ _id: 'a', first: '1', second: '1' });
    await expect(Pair.create({ _id: 'b', first: '2', second: '1' })).rejects.toMatchObject({ code: 11000 });
    await Pair.create({ _id: 'b', first: '2', second: '2' });
    expect(await Pair.countDocuments({ first: '2' })).toBe(1);
  });

  test('values come back as they went in', async () => {
    const Thing = await model(new Schema({ value: Schema.Types.Mixed }, { minimize: false }));
    const id = new mongoose.Types.ObjectId();
    const value = {
      id,
      date: new Date(0),
      none: null,
      nested: [[1, [2]], { deep: [{ er: true }] }],
      text: 'ñandú 🦙 \u0000 end',
      numbers: [0, -1.5, 2 ** 40, -0.1, 1e300],
      empty: {},
      list: [],
    };
    const { _id } = await Thing.create({ value });
    const found = await Thing.findById(_id).lean();
    expect(found?.value).toEqual(value);
  });

  test('bytes come back as bytes', async () => {
    const Thing = await model(new Schema({ bytes: Buffer }));
    const { _id } = await Thing.create({ bytes: Buffer.from([0, 255, 7]) });
    const found = await Thing.findById(_id);
    expect(Array.from(found?.bytes ?? [])).toEqual([0, 255, 7]);
    expect(await Thing.countDocuments({ bytes: Buffer.from([0, 255, 7]) })).toBe(1);
    expect(await Thing.countDocuments({ bytes: Buffer.from([0, 255]) })).toBe(0);
  });

  test('a large batch is kept whole, lean or not', async () => {
    const Person = await model(personSchema());
    const documents = Array.from({ length: 3000 }, (_, i) => ({ _id: String(i), age: i, email: `${i}@example.org` }));
    await Person.insertMany(documents.slice(0, 1500));
    await Person.insertMany(documents.slice(1500), { lean: true });
    expect(await Person.countDocuments()).toBe(3000);
    expect(await Person.estimatedDocumentCount()).toBe(3000);
    expect(await Person.findOne({ email: '2999@example.org' }).lean()).toMatchObject({ _id: '2999' });
  });

  test('an array is no _id', async () => {
    const Person = await model(personSchema());
    await expect(Person.collection.insertOne({ _id: ['a'] as unknown as never })).rejects.toMatchObject({ code: 53 });
  });
});
