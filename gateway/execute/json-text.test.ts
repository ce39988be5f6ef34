import fc from 'fast-check';
import { jsonOf, quote } from './json-text';

it('writes every text as JSON does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(quote(text)).toBe(JSON.stringify(text));
    }),
    { seed: 1, numRuns: 500 },
  );
  for (const text of ['\ud800', 'a\udfff', '\u2028\u0000"\\', 'ñandú', '💧'])
    expect(quote(text)).toBe(JSON.stringify(text));
});

it('writes every value that came as JSON as it came', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(jsonOf(value)).toBe(JSON.stringify(value));
    }),
    { seed: 1, numRuns: 200 },
  );
});
