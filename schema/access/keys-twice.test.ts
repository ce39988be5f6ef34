import { parseDocument } from 'yaml';
import { keysTwice } from './keys-twice';

const offsets = (text: string) => keysTwice(parseDocument(text, { uniqueKeys: false }));

describe('keysTwice', () => {
  it('finds nothing where each map has a key once', () => {
    expect(offsets('a: { b: 1 }\nc: { b: 2 }\nd: [{ b: 1 }, { b: 2 }]\n')).toEqual([]);
  });

  it.each([
    ['in lines', 'a: 1\nb: 2\na: 3\n', 10],
    ['in a flow', '{ a: 1, a: 2 }', 8],
    ['deep inside', 'x: [{ y: { a: 1, a: 2 } }]', 17],
    ['once as a number', '1: a\n"1": b\n', 5],
    ['once by an alias', '&k a: 1\n*k : 2\n', 8],
  ])('finds a key that is there twice: %s', (_, text, offset) => {
    expect(offsets(text)).toEqual([offset]);
  });

  it('reads the largest text that is taken, key after key', () => {
    const keys = Array.from({ length: 36_000 }, (_, index) => `k${index.toString(36)}: 1`);
    expect(offsets(`{${[...keys, 'k0: 2'].join(',')}}`)).toHaveLength(1);
  });
});
