import fc from 'fast-check';
import { Query } from 'mingo';
import { compileFilter } from './compile-filter';

// Where mingo agrees with MongoDB: no arrays of documents, no NaN, one type a comparison.
const scalar = fc.constantFrom<unknown>(null, 0, 1, 2, 'a', 'b', true, new Date(1));
const field = fc.oneof(
  scalar,
  fc.array(
    scalar.filter((value) => value !== null),
    { maxLength: 3 },
  ),
);
const document = fc.record({ a: field, b: fc.record({ c: scalar }, { requiredKeys: [] }) }, { requiredKeys: [] });
const present = scalar.filter((value) => value !== null);
const condition = fc.oneof(
  scalar,
  fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
  fc.record({ $nin: fc.array(scalar, { maxLength: 3 }) }),
  fc.record({ $ne: scalar }),
  fc.record({ $gt: present }),
  fc.record({ $lte: present }),
  fc.record({ $not: fc.record({ $gte: present }) }),
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $size: fc.nat(3) }),
);
const simple = fc.dictionary(fc.constantFrom('a', 'b.c'), condition, { minKeys: 1, maxKeys: 2, noNullPrototype: true });
const filter = fc.oneof(
  simple,
  fc.record({ $or: fc.array(simple, { minLength: 1, maxLength: 2 }) }),
  fc.record({ $nor: fc.array(simple, { minLength: 1, maxLength: 2 }) }),
);

describe('filters', () => {
  test('match what mingo matches, where mingo matches as MongoDB does', () => {
    fc.assert(
      fc.property(document, filter, (tested, wanted) => {
        expect(compileFilter(wanted)(tested)).toBe(new Query(wanted).test(tested as never));
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    ['an empty $and', { $and: [] }],
    ['$in without a list', { a: { $in: 1 } }],
    ['a negative $size', { a: { $size: -1 } }],
    ['$not of a value', { a: { $not: 1 } }],
  ])('%s is bad, as for MongoDB', (_title, wanted) => {
    expect(() => compileFilter(wanted)).toThrow(expect.objectContaining({ code: 2 }));
  });
});
