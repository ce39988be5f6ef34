import type { QueryPlanFieldNode } from '@apollo/query-planner';
import { failedMembers, markFailed, withNulls } from './failed-members';

const marked = (data: unknown, ...paths: Array<ReadonlyArray<string | number> | undefined>) => {
  markFailed(
    data,
    paths.map((path) => ({ path })),
  );
  return data;
};

it('what is null by an error is marked, and no other null', () => {
  const data = { a: { size: null, label: null }, b: [null, { label: null }], c: 1 };
  expect(marked(data, ['a', 'label'], ['b', 1, 'label'], ['b', 0, 'label'])).toStrictEqual({
    a: { size: null, label: undefined },
    b: [undefined, { label: undefined }],
    c: 1,
  });
});

it('so is what became null by an error below it', () => {
  expect(marked({ review: null, size: null }, ['review', 'about', 'id'])).toStrictEqual({
    review: undefined,
    size: null,
  });
});

it('a path that leads to no null changes nothing', () => {
  const data = { a: { b: 1 }, list: [1] };
  const kept = structuredClone(data);
  expect(marked(data, ['a', 'b'], ['a', 'constructor'], ['list', 4], ['x', 'y'], [], ['__proto__', 'a'])).toEqual(kept);
});

it('an error of no place may be that of any null', () => {
  expect(marked({ a: null, b: [{ c: null, d: 2 }, null] }, undefined)).toStrictEqual({
    a: undefined,
    b: [{ c: undefined, d: 2 }, undefined],
  });
});

describe('of what is required of an object', () => {
  const field = (name: string, ...selections: QueryPlanFieldNode[]): QueryPlanFieldNode =>
    selections.length > 0 ? { kind: 'Field', name, selections } : { kind: 'Field', name };
  const required = [field('id'), field('size', field('wide')), field('tags'), field('reviews', field('stars'))];
  const whole = { id: '1', size: { wide: null }, tags: [null], reviews: [{ stars: 1, text: undefined }] };

  it('those members failed in which anything required did', () => {
    expect(failedMembers(whole, required)).toEqual([]);
    expect(failedMembers({ ...whole, size: { wide: undefined } }, required)).toEqual(['size']);
    expect(failedMembers({ ...whole, tags: ['a', undefined], id: undefined }, required)).toEqual(['id', 'tags']);
    expect(failedMembers({ ...whole, reviews: [null, { stars: undefined }] }, required)).toEqual(['reviews']);
    expect(failedMembers({ id: '1' }, required)).toEqual([]);
  });

  it('they are told as nulls, and the object stays as it is', () => {
    const object = { id: '1', size: undefined, tags: [undefined], reviews: [{ stars: undefined, text: undefined }] };
    const kept = structuredClone(object);
    expect(withNulls(object, required)).toStrictEqual({
      id: '1',
      size: null,
      tags: [null],
      reviews: [{ stars: null, text: undefined }],
    });
    expect(object).toStrictEqual(kept);
    expect(withNulls({ id: '1' }, required)).toStrictEqual({ id: '1' });
  });
});
