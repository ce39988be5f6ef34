import { bind, covers, expand, parseNoticePath, parsePath, valueAt } from './answer-path';

const DATA = { people: [{ names: ['a', 'b'] }, { names: null }, { names: ['c'] }], none: null };

test.each([
  ['people.@.names', 'people.2.names', true],
  ['people', 'people.2.names', true],
  ['people.@.names', 'people', false],
  ['people.1.names', 'people.@.names', true],
  ['people.1.names', 'people.2.names', false],
  ['people.@', 'people.names', false],
])('%s covers %s: %s', (pattern, path, covered) => {
  expect(covers(parsePath(pattern), parsePath(path))).toBe(covered);
});

test('a notice on a list is about the list, which the answer holds as null', () => {
  expect(parseNoticePath('people.@.names.@')).toEqual(['people', '@', 'names']);
  expect(parseNoticePath('people.@')).toEqual(['people']);
});

test('names every place of a pattern, and none in a list that is null', () => {
  expect(expand(DATA, parsePath('people.@.names.@'))).toEqual([
    ['people', 0, 'names', 0],
    ['people', 0, 'names', 1],
    ['people', 2, 'names', 0],
  ]);
  expect(expand(DATA, parsePath('none.@.code'))).toEqual([]);
});

test('puts positions into a pattern from the left', () => {
  expect(bind(parsePath('a.@.b.@.c'), [4])).toEqual(['a', 4, 'b', '@', 'c']);
});

test('tells a null on the way from a place that does not exist, and reads no inherited property', () => {
  expect(valueAt(DATA, ['none', 'code'])).toBeNull();
  expect(valueAt(DATA, ['people', 9, 'names'])).toBeUndefined();
  expect(valueAt(DATA, ['constructor'])).toBeUndefined();
  expect(valueAt(DATA, ['people', 'length', 'x'])).toBeUndefined();
});
