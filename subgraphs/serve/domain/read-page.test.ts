import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore, type Store } from '@pasarela/store/connect';
import { type Model, Schema } from 'mongoose';
import { TEST_NOW, testIdKey } from '../testing/serve-context';
import { MAX_PAGE, type PageArguments } from './connection';
import { OpaqueIds } from './opaque-ids';
import { readPage } from './read-page';
import { scatteredId } from './scattered-id';

interface Row {
  readonly _id: string;
  readonly number: number;
  readonly shown: boolean;
}

/** More rows than are ordered at once. */
const ROWS: readonly Row[] = Array.from({ length: 1_200 }, (_, number) => ({
  _id: scatteredId('row', String(number)),
  number,
  shown: number % 3 > 0,
}));
const idsOf = (party: string, purpose = 'AUDIT', agreement = 'PAN:A') =>
  new OpaqueIds(testIdKey(), { party, purpose, now: TEST_NOW, agreementOf: () => agreement });

describe('readPage', () => {
  let directory: string;
  let store: Store;
  let model: Model<Row>;
  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'pasarela-pages-'));
    store = await openStore({ address: `embedded:${directory}`, database: 'pages' });
    const schema = new Schema<Row>({ _id: String, number: Number, shown: Boolean }, { versionKey: false });
    schema.index({ number: 1, _id: 1 });
    model = store.connection.model<Row>('Row', schema);
    await model.insertMany(ROWS);
  });
  afterAll(async () => {
    await store.close();
    await rm(directory, { recursive: true });
  });

  const pageOf = (page: PageArguments, { ids = idsOf('COL'), type = 'Row', matching = [{}] as object[] } = {}) =>
    readPage(page, { type, ids, model, matching: matching as never, nodeOf: ({ number }) => number });

  async function everyPage(first: number, options?: Parameters<typeof pageOf>[1]): Promise<number[]> {
    const seen: number[] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const { edges, pageInfo } = await pageOf({ first, after }, options);
      expect(pageInfo.endCursor).toBe(edges.at(-1)?.cursor);
      seen.push(...edges.map(({ node }) => node));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    return seen;
  }

  it('reads every row once, page by page, in an order that the size of pages does not change', async () => {
    const seen = await everyPage(100);
    expect(seen.toSorted((a, b) => a - b)).toEqual(ROWS.map(({ number }) => number));
    expect((await everyPage(37)).slice(0, 500)).toEqual(seen.slice(0, 500));
  });

  it('reads few rows in the very order of many: what a filter leaves keeps its order', async () => {
    const many = await everyPage(100);
    const few = await everyPage(7, { matching: [{ number: { $lt: 40 } }] });
    expect(few).toEqual(many.filter((number) => number < 40));
    const shown = await everyPage(100, { matching: [{ shown: true }, {}] });
    expect(shown).toEqual(many.filter((number) => number % 3 > 0));
  });

  it('orders rows for each partner, agreement and purpose in its own way', async () => {
    const own = await everyPage(100);
    for (const ids of [idsOf('USA'), idsOf('COL', 'STATISTICS'), idsOf('COL', 'AUDIT', 'PAN:B')]) {
      const other = await everyPage(100, { ids });
      expect(other.filter((number, place) => number === own[place]).length).toBeLessThan(20);
    }
  });

  it('a page that ends with the last row has none that follows', async () => {
    const matching = [{ number: { $lt: 5 } }];
    expect((await pageOf({ first: 5 }, { matching })).pageInfo.hasNextPage).toBe(false);
    expect((await pageOf({ first: 4 }, { matching })).pageInfo.hasNextPage).toBe(true);
  });

  it('an empty list is an empty page', async () => {
    expect(await pageOf({ first: 3 }, { matching: [{ number: -1 }] })).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
  });

  it('goes on behind a row that is gone', async () => {
    const seen = await everyPage(100);
    const { pageInfo } = await pageOf({ first: 10 });
    const gone = seen[9] as number;
    const { edges } = await pageOf({ first: 5, after: pageInfo.endCursor }, { matching: [{ number: { $ne: gone } }] });
    expect(edges.map(({ node }) => node)).toEqual(seen.slice(10, 15));
  });

  it.each([0, -1, MAX_PAGE + 1, 1e9])('refuses a page of %d rows (threat 37)', async (first) => {
    await expect(pageOf({ first })).rejects.toMatchObject({ code: 'BAD_PAGE', details: { max: MAX_PAGE } });
  });

  it('a cursor does not show its key and opens for nobody and nothing else', async () => {
    const { pageInfo } = await pageOf({ first: 2 });
    const after = pageInfo.endCursor as string;
    expect(ROWS.filter(({ _id }) => after.includes(_id))).toEqual([]);
    for (const other of [
      { ids: idsOf('USA') },
      { ids: idsOf('COL', 'STATISTICS') },
      { ids: idsOf('COL', 'AUDIT', 'PAN:B') },
      { type: 'Other' },
    ])
      await expect(pageOf({ first: 2, after }, other)).rejects.toMatchObject({ code: 'BAD_CURSOR' });
  });

  it.each(['!', 'cm93LWI', 'null', 'row-b'])('refuses a cursor of its reader: %s', async (after) => {
    await expect(pageOf({ first: 2, after })).rejects.toMatchObject({ code: 'BAD_CURSOR' });
  });
});
