import { removeFailed } from './failed-members';

const without = (data: unknown, ...paths: Array<ReadonlyArray<string | number> | undefined>) => {
  removeFailed(
    data,
    paths.map((path) => ({ path })),
  );
  return data;
};

it('what is null by an error is taken out, and no other null', () => {
  const data = { a: { size: null, label: null }, b: [null, { label: null }], c: 1 };
  expect(without(data, ['a', 'label'], ['b', 1, 'label'], ['b', 0, 'label'])).toEqual({
    a: { size: null },
    b: [undefined, {}],
    c: 1,
  });
});

it('so is what became null by an error below it', () => {
  expect(without({ review: null, size: null }, ['review', 'about', 'id'])).toEqual({ size: null });
});

it('a path that leads to no null changes nothing', () => {
  const data = { a: { b: 1 }, list: [1] };
  const kept = structuredClone(data);
  expect(without(data, ['a', 'b'], ['a', 'constructor'], ['list', 4], ['x', 'y'], [], ['__proto__', 'a'])).toEqual(
    kept,
  );
});

it('an error of no place may be that of any null', () => {
  expect(without({ a: null, b: [{ c: null, d: 2 }, null] }, undefined)).toEqual({ b: [{ d: 2 }, undefined] });
});
