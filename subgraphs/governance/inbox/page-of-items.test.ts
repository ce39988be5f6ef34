import { pageOfItems } from './page-of-items';

const items = ['a', 'b', 'c'].map((id) => ({ id }));
const page = (first: number, after?: string) => pageOfItems(items, { first, after: after ?? null });
const idsOf = ({ edges }: ReturnType<typeof page>) => edges.map(({ node }) => node.id);

describe('pageOfItems', () => {
  it('gives every item once, and says whether more follow', () => {
    expect([idsOf(page(2)), page(2).pageInfo]).toEqual([['a', 'b'], { hasNextPage: true, endCursor: 'b' }]);
    expect([idsOf(page(2, 'b')), page(2, 'b').pageInfo]).toEqual([['c'], { hasNextPage: false, endCursor: 'c' }]);
    expect([idsOf(page(2, 'c')), page(2, 'c').pageInfo]).toEqual([[], { hasNextPage: false, endCursor: null }]);
    expect(page(3).pageInfo.hasNextPage).toBe(false);
  });

  it.each([0, -1, 101])('refuses a page of %i', (first) => {
    expect(() => page(first)).toThrow(expect.objectContaining({ code: 'BAD_PAGE' }));
  });

  it('refuses a cursor of nothing that is there', () => {
    expect(() => page(1, 'z')).toThrow(expect.objectContaining({ code: 'BAD_CURSOR' }));
  });
});
