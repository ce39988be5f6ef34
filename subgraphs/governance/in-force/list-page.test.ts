import fc from 'fast-check';
import { listPage } from './list-page';

const ROWS = ['c', 'a', 'b'].map((id) => ({ id }));
const page = (first: number, after?: string) => listPage(ROWS, { first, after: after ?? null }).map(({ id }) => id);

describe('listPage', () => {
  it('goes through a list in the order of its ids', () => {
    expect([page(2), page(2, 'b'), page(1, 'a'), page(1, 'c')]).toEqual([['a', 'b'], ['c'], ['b'], []]);
  });

  it('refuses a page that is too large or none, and an id that is not in the list', () => {
    expect(() => page(0)).toThrow(/1 to 100/);
    expect(() => page(101)).toThrow(/1 to 100/);
    expect(() => page(1, 'ghost')).toThrow(/cursor/);
  });

  it('pages of any size, one after the other, hold every row once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), fc.integer({ min: 1, max: 100 }), (ids, first) => {
        const rows = ids.map((id) => ({ id }));
        const found: string[] = [];
        for (let after: string | null = null, more = true; more; ) {
          const ofPage = listPage(rows, { first, after });
          found.push(...ofPage.map(({ id }) => id));
          after = found.at(-1) ?? null;
          more = ofPage.length === first && first > 0;
        }
        expect(found).toEqual(ids.toSorted((one, other) => (one < other ? -1 : 1)));
      }),
    );
  });
});
