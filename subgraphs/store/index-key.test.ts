import fc from 'fast-check';
import mongoose from 'mongoose';
import { compareBson } from './bson-order';
import { afterPrefix, encodeCompoundKey, encodeKey } from './index-key';

const { Binary, ObjectId } = mongoose.mongo;

const scalar = fc.oneof(
  fc.constant(null),
  fc.double(),
  fc.integer(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('a', 'a\0', 'a\0b', 'ab', '\uffff', '😀'),
  fc.boolean(),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.uint8Array({ maxLength: 4 }).map((bytes) => new Binary(Buffer.from(bytes))),
);
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  fc.array(scalar, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('a', 'b', 'aa'), scalar, { maxKeys: 2, noNullPrototype: true }),
);

describe('index keys', () => {
  test('order as their values do', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(Math.sign(Buffer.compare(encodeKey(a), encodeKey(b)))).toBe(Math.sign(compareBson(a, b)));
      }),
      { numRuns: 3000 },
    );
  });

  test('in compound keys order part by part, each in its direction', () => {
    const pair = fc.tuple(value, value);
    fc.assert(
      fc.property(pair, pair, fc.constantFrom(1, -1), fc.constantFrom(1, -1), (a, b, first, second) => {
        const expected = compareBson(a[0], b[0]) * first || compareBson(a[1], b[1]) * second;
        const keys = [a, b].map((parts) => encodeCompoundKey(parts, [first, second])) as [Buffer, Buffer];
        expect(Math.sign(Buffer.compare(...keys)) + 0).toBe(Math.sign(expected) + 0);
      }),
      { numRuns: 3000 },
    );
  });

  test('afterPrefix is above all keys with the prefix and not above any other', () => {
    fc.assert(
      fc.property(value, value, fc.constantFrom(1, -1), (head, tail, direction) => {
        const prefix = encodeCompoundKey([head], [direction]);
        const key = encodeCompoundKey([head, tail], [direction, 1]);
        expect(Buffer.compare(key, prefix)).toBe(1);
        expect(Buffer.compare(key, afterPrefix(prefix))).toBe(-1);
      }),
    );
  });
});
