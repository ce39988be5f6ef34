import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { equalData } from './equal-data';

/** Values that are often alike. */
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, true, 0, 1, '', 'a'),
    fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('a', 'b', '__proto__', 'constructor'), tie('value'), {
      maxKeys: 2,
      noNullPrototype: true,
    }),
  ),
})).value;
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

it('is true of equal values and of no others', () => {
  let equal = 0;
  fc.assert(
    fc.property(json, json, (one, other) => {
      const [a, b] = [asJson(one), asJson(other)];
      const same = isDeepStrictEqual(a, b);
      if (same) equal++;
      expect(equalData(a, b)).toBe(same);
      expect(equalData(a, asJson(one))).toBe(true);
    }),
    { seed: 8, numRuns: 2_000 },
  );
  expect(equal).toBeGreaterThan(50);
});

it('does not take what an object inherits for what it has', () => {
  expect(equalData({ toString: null }, { a: null })).toBe(false);
  expect(equalData(JSON.parse('{"__proto__":{}}'), {})).toBe(false);
  expect(equalData({}, JSON.parse('{"__proto__":{}}'))).toBe(false);
});
