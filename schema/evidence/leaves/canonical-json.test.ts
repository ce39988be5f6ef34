import fc from 'fast-check';
import { type CanonicalValue, canonicalJson } from './canonical-json';

const whole = fc.maxSafeInteger().map((number) => (Object.is(number, -0) ? 0 : number));
const { value: anyValue } = fc.letrec<{ value: CanonicalValue }>((tie) => ({
  value: fc.oneof(
    fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
    whole,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 4 }),
  ),
}));

describe('canonicalJson', () => {
  it('is JSON, says the value, and says it once only', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text) as CanonicalValue)).toBe(text);
        expect(text).not.toMatch(/[\n\r]/);
      }),
    );
  });

  it('does not depend on the order in which members were written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), whole), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
      }),
    );
  });

  it('orders and escapes as the example of RFC 8785, section 3.2.3', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    const order = ['\\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'];
    expect([...canonicalJson(value).matchAll(/"([^"]+)":/g)].map(([, name]) => name)).toEqual(order);
  });

  it('leaves out what is undefined', () => {
    expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}');
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, -0, 2 ** 53, '\ud800', [undefined]])('refuses %p', (value) => {
    expect(() => canonicalJson(value as CanonicalValue)).toThrow(TypeError);
  });
});
