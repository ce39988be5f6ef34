import { endOfPage } from './next-cursors';

const LISTS = [
  { path: ['people'], variable: 'a' },
  { path: ['log', 'days'], variable: 'b' },
];
const list = (rows: number, endCursor: string | null, hasNextPage: boolean) => ({
  edges: Array.from({ length: rows }, () => ({})),
  pageInfo: { endCursor, hasNextPage },
});

test('each list goes on by its own cursor, and one that came to its end stays there', () => {
  const first = endOfPage({ people: list(2, 'p2', true), log: { days: list(1, 'd1', false) } }, LISTS, {});
  expect(first).toEqual({ rows: 3, next: { a: 'p2', b: 'd1' } });
  const second = endOfPage(
    { people: list(1, 'p3', false), log: { days: list(0, null, false) } },
    LISTS,
    first.next ?? {},
  );
  expect(second).toEqual({ rows: 1, next: null });
});

test('a list that is withheld or whose owner is down ends alone', () => {
  expect(endOfPage({ people: list(2, 'p2', true), log: null }, LISTS, {})).toEqual({ rows: 2, next: { a: 'p2' } });
  expect(endOfPage(null, LISTS, {})).toEqual({ rows: 0, next: null });
});

test('an owner that gives the same cursor again is not asked for ever', () => {
  expect(endOfPage({ people: list(2, 'p2', true) }, LISTS, { a: 'p2' })).toEqual({ rows: 2, next: null });
});

test('a list within a list has no one cursor', () => {
  expect(() => endOfPage({ log: [{ days: list(1, 'd1', true) }] }, LISTS, {})).toThrow(
    expect.objectContaining({ code: 'EXPORT_NOT_PAGED' }),
  );
});
