import { TEST_NOW, testIdKey } from '../testing/serve-context';
import { MAX_PAGE, type PageRead, readPage } from './connection';
import { OpaqueIds } from './opaque-ids';

const ROWS = ['row-a', 'row-b', 'row-c', 'row-d', 'row-e'];
const idsOf = (party: string, purpose = 'AUDIT') => new OpaqueIds(testIdKey(), { party, purpose, now: TEST_NOW });

function pageOf(first: number, after: string | null = null, { ids = idsOf('COL'), type = 'Row' } = {}) {
  return readPage({ first, after }, { type, ids, read, keyOf: (row) => row, nodeOf: (row) => row.toUpperCase() });
}

const read = async ({ afterKey, limit }: PageRead): Promise<string[]> =>
  ROWS.filter((row) => afterKey === null || row > afterKey).slice(0, limit);

describe('readPage', () => {
  it('reads every row once, page by page', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const page = await pageOf(2, after);
      seen.push(...page.edges.map(({ node }) => node));
      expect(page.pageInfo.endCursor).toBe(page.edges.at(-1)?.cursor);
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    expect(seen).toEqual(['ROW-A', 'ROW-B', 'ROW-C', 'ROW-D', 'ROW-E']);
  });

  it('a page that ends with the last row has none that follows', async () => {
    expect((await pageOf(5)).pageInfo.hasNextPage).toBe(false);
    expect((await pageOf(4)).pageInfo.hasNextPage).toBe(true);
  });

  it('asks the store for one row more than the page, and no more', async () => {
    const limits: number[] = [];
    const options = { type: 'Row', ids: idsOf('COL'), keyOf: (row: string) => row, nodeOf: (row: string) => row };
    await readPage(
      { first: 3 },
      {
        ...options,
        read: async ({ limit }) => {
          limits.push(limit);
          return [];
        },
      },
    );
    expect(limits).toEqual([4]);
  });

  it('an empty list is an empty page', async () => {
    const options = { type: 'Row', ids: idsOf('COL'), keyOf: String, nodeOf: String };
    expect(await readPage({ first: 3 }, { ...options, read: async () => [] })).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
  });

  it.each([0, -1, MAX_PAGE + 1, 1e9])('refuses a page of %d rows before it reads (threat 37)', async (first) => {
    await expect(pageOf(first)).rejects.toMatchObject({ code: 'BAD_PAGE', details: { max: MAX_PAGE } });
  });

  it.each([1, MAX_PAGE])('takes a page of %d rows', async (first) => {
    expect((await pageOf(first)).edges.length).toBe(Math.min(first, ROWS.length));
  });

  it('a cursor does not show its key and opens for nobody and nothing else', async () => {
    const { endCursor } = (await pageOf(2)).pageInfo;
    for (const text of [endCursor, Buffer.from(endCursor as string, 'base64url').toString('latin1')])
      expect(text).not.toContain('row');
    for (const other of [{ ids: idsOf('USA') }, { ids: idsOf('COL', 'STATISTICS') }, { type: 'Other' }])
      await expect(pageOf(2, endCursor, other)).rejects.toMatchObject({ code: 'BAD_CURSOR' });
  });

  it.each(['row-b', 'cm93LWI', '!', 'null'])('refuses a cursor of its reader: %s', async (after) => {
    await expect(pageOf(2, after)).rejects.toMatchObject({ code: 'BAD_CURSOR' });
  });
});
