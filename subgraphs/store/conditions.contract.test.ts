import { conditionText } from '@pasarela/schema/access/conditions/parse-condition';
import { RecordTest } from '@pasarela/schema/access/conditions/record-test';
import { anyAsker, anyConditionText, anyRecord, TRAVELLER } from '@pasarela/schema/testing/arbitrary-conditions';
import fc from 'fast-check';
import mongoose, { Schema } from 'mongoose';
import { describeContract } from './contract-stores';

const SEED = 20_260_115;
const records = fc
  .sample(anyRecord, { seed: SEED, numRuns: 150 })
  .map((record, index): { _id: number } => ({ _id: index, ...record }));
const questions = fc.sample(fc.tuple(anyConditionText, anyAsker), { seed: SEED, numRuns: 150 });

/** Anything may stand anywhere; indexes lead through lists as well. */
const untyped = () =>
  new Schema({ _id: Number }, { strict: false })
    .index({ role: 1 })
    .index({ companions: 1 })
    .index({ claims: 1 })
    .index({ 'holder.nationality': 1 });

/** As a domain declares its records: mongoose casts what a filter compares with. */
const typed = () =>
  new Schema({
    _id: Number,
    role: String,
    crossedOn: String,
    companions: Number,
    minor: Boolean,
    claims: [String],
    counts: [Number],
    marks: [Boolean],
    holder: Object,
  });

const idsOf = (found: { _id?: unknown }[]) => found.map(({ _id }) => _id);

describeContract('conditions of rules', ({ model }) => {
  const stored: mongoose.Model<unknown>[] = [];
  beforeAll(async () => {
    for (const schema of [untyped(), typed()]) {
      const Model = (await model(schema)) as mongoose.Model<unknown>;
      await Model.collection.insertMany(structuredClone(records) as never[]);
      stored.push(Model);
    }
  });

  const expectSame = async ({ filter, ...test }: RecordTest, holds: (record: object) => boolean) => {
    const expected = idsOf(records.filter(holds));
    for (const Model of stored) {
      const found = await Model.find(filter as never, { _id: 1 })
        .sort({ _id: 1 })
        .lean();
      expect([filter, test, idsOf(found)]).toEqual([filter, test, expected]);
    }
    return expected.length;
  };

  test.each(['whenTrue', 'whenFalse'] as const)(
    'the store finds exactly the records that the test of %s holds for',
    async (when) => {
      let found = 0;
      for (const [text, subject] of questions) {
        const test = RecordTest[when](conditionText.parse(text), subject, TRAVELLER);
        found += await expectSame(test, (record) => test.holds(record));
      }
      // Of all pairs of a question and a record, a good part is found and a good part is not.
      const share = found / (questions.length * records.length);
      expect(share).toBeGreaterThan(0.1);
      expect(share).toBeLessThan(0.9);
    },
  );
});
