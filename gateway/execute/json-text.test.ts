import fc from 'fast-check';
import { jsonOf, quote, utf8Of } from './json-text';

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

it('gives the bytes of every text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (text, plain) => {
      expect(utf8Of('a'.repeat(plain) + text)).toEqual(Buffer.from('a'.repeat(plain) + text));
    }),
    { seed: 1, numRuns: 1000 },
  );
  for (const text of ['', 'a', 'é', 'aé', '💧', 'a💧', 'aaaa💧', '€', '\ud83d', 'a\ud83d'])
    expect(utf8Of(text)).toEqual(Buffer.from(text));
});
