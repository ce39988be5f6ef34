import { mergeData } from './merge-data';

const merged = (target: object, brought: object): object => {
  mergeData(target, brought);
  return target;
};

it('adds members, and makes one object of two', () => {
  expect(merged({ a: 1, o: { x: 1 } }, { b: 2, o: { y: 2 } })).toEqual({ a: 1, b: 2, o: { x: 1, y: 2 } });
});

it('makes one list of two, entry by entry', () => {
  expect(merged({ l: [{ x: 1 }, null, [{ x: 2 }]] }, { l: [{ y: 1 }, null, [{ y: 2 }]] })).toEqual({
    l: [{ x: 1, y: 1 }, null, [{ x: 2, y: 2 }]],
  });
});

it('keeps the newer of other values', () => {
  expect(merged({ a: null, b: 1 }, { a: { x: 1 }, b: null })).toEqual({ a: { x: 1 }, b: null });
});

it('touches no prototype (threat 45)', () => {
  const target = merged({}, JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'));
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  expect(Object.getPrototypeOf(target)).toBe(Object.prototype);
  expect(JSON.stringify(target)).toBe('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
  mergeData(target, JSON.parse('{"__proto__":{"again":1}}'));
  expect(({} as { again?: unknown }).again).toBeUndefined();
});
