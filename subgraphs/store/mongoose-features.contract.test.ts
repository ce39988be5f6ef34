import { Schema } from 'mongoose';
import { describeContract } from './contract-stores';

describeContract('what mongoose builds on the store', ({ model }) => {
  test('populate finds the documents that others name', async () => {
    const Place = await model(new Schema({ _id: String, name: String }));
    await Place.insertMany([
      { _id: '05', name: 'Antioquia' },
      { _id: '11', name: 'Bogotá' },
    ]);
    const Case = await model(
      new Schema({ _id: String, place: { type: String, ref: Place }, places: [{ type: String, ref: Place }] }),
    );
    await Case.create({ _id: 'a', place: '05', places: ['11', '05', 'none'] });
    const found = await Case.findById('a').populate(['place', 'places']).lean();
    expect(found).toMatchObject({ place: { name: 'Antioquia' }, places: [{ name: 'Bogotá' }, { name: 'Antioquia' }] });
  });

  test('timestamps are set once and kept up to date', async () => {
    const Case = await model(
      new Schema<{ _id: string; n: number; createdAt: Date; updatedAt: Date }>(
        { _id: String, n: Number },
        { timestamps: true },
      ),
    );
    await Case.updateOne({ _id: 'a' }, { $set: { n: 1 } }, { upsert: true });
    const first = await Case.findById('a').lean();
    await Case.updateOne({ _id: 'a' }, { $set: { n: 2 } });
    const second = await Case.findById('a').lean();
    expect(second?.createdAt).toEqual(first?.createdAt);
    expect(second?.updatedAt.getTime()).toBeGreaterThanOrEqual(first?.updatedAt.getTime() as number);
  });

  test('hooks, virtuals and validation go round a document as ever', async () => {
    const schema = new Schema({ _id: String, n: { type: Number, required: true, min: 1 } });
    schema.pre('save', function () {
      this.n += 1;
    });
    schema.virtual('double').get(function () {
      return this.n * 2;
    });
    const Case = await model(schema);
    await Case.create({ _id: 'a', n: 1 });
    expect((await Case.findById('a'))?.get('double')).toBe(4);
    await expect(Case.create({ _id: 'b', n: 0 })).rejects.toMatchObject({ name: 'ValidationError' });
  });

  test('discriminators share a collection', async () => {
    const Event = await model(new Schema({ _id: String }, { discriminatorKey: 'kind' }));
    const Entry = Event.discriminator(`${Event.modelName}Entry`, new Schema({ gate: String }));
    await Event.create({ _id: 'a' });
    await Entry.create({ _id: 'b', gate: 'north' });
    expect(await Event.countDocuments()).toBe(2);
    expect(await Entry.find().lean()).toMatchObject([{ _id: 'b', gate: 'north' }]);
  });
});
