import { scatteredId } from '@pasarela/serve/domain/scattered-id';
import type { Attack, Stage } from '../attack';
import { fetchAsGateway, sendDirect } from '../forge/gateway-fetch';
import { sameBut } from '../same-but-for';
import { type StoredRow, withStoredRows } from '../stored-rows';

const CASES = { subgraph: 'usa-smuggling-cases', model: 'UsaSmugglingCase' };
const ENFORCEMENT = { purpose: 'ENFORCEMENT', headers: { 'x-case-reference': 'ATTACK-24' } } as const;
/** What does not exist for other parties. */
const HIDDEN = { $or: [{ handlingCode: 'H2' }, { tlp: 'RED' }] };

const MANY = 90;
const HANDLING = ['H0', 'H2', 'H1', 'H2', 'H3'];
const TRAFFIC_LIGHTS = ['CLEAR', 'AMBER', 'RED', 'GREEN'];
const STATUSES = ['OPEN', 'CLOSED', 'PROSECUTED'];

const inserted = (row: StoredRow): StoredRow[] =>
  Array.from({ length: MANY }, (_, index) => ({
    ...row,
    _id: scatteredId('attack', String(index)),
    handlingCode: HANDLING[index % HANDLING.length],
    tlp: TRAFFIC_LIGHTS[index % TRAFFIC_LIGHTS.length],
    status: STATUSES[index % STATUSES.length],
  }));

const PAGE = `query ($first: Int!, $after: String, $filter: UsaSmugglingCaseFilter) {
  usaSmugglingCases(first: $first, after: $after, filter: $filter) {
    edges { cursor node { id status } }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface Walk {
  readonly first: number;
  readonly filter?: object;
}
interface Page {
  readonly edges: readonly unknown[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Every page of a list, to its end. */
async function walked(stage: Stage, as: string, { first, filter = {} }: Walk): Promise<Page[]> {
  const pages: Page[] = [];
  let after: string | null = null;
  do {
    const { body } = await stage.ask({ as, ...ENFORCEMENT, query: PAGE, variables: { first, after, filter } });
    const page = body.data.usaSmugglingCases as Page;
    pages.push(page);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return pages;
}

const WALKS: readonly Walk[] = [{ first: 100 }, { first: 7 }, { first: 3, filter: { status: 'OPEN' } }];
const rowsIn = (pages: readonly Page[]): number => pages.flatMap(({ edges }) => edges).length;

/** Lists in which rows are hidden are, page by page and cursor by cursor, those of a store without the rows. */
async function countHidden(stage: Stage): Promise<void> {
  await withStoredRows(stage, CASES, async (model, rows) => {
    await model.insertMany(inserted(rows[0] as StoredRow), { lean: true });
    const owner = rowsIn(await walked(stage, 'investigator.usa', { first: 100 }));
    const pages = async () => Promise.all(WALKS.map((walk) => walked(stage, 'investigator.pan', walk)));
    const withHidden = await pages();
    const { deletedCount } = await model.deleteMany(HIDDEN);
    expect(owner).toBe(rows.length + MANY);
    expect([deletedCount > 30, rowsIn(withHidden[0] as Page[])]).toEqual([true, owner - deletedCount]);
    expect(await pages()).toEqual(withHidden);
  });
}

const BY_ID = 'query ($id: ID!) { usaSmugglingCase(id: $id) { id status } }';
const BY_KEY =
  'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on UsaSmugglingCase { id status } } }';

async function foundBy(stage: Stage, id: string) {
  const as = 'investigator.pan';
  const asked = await stage.ask({ as, ...ENFORCEMENT, query: BY_ID, variables: { id } });
  const direct = await fetchAsGateway(stage, {
    subgraph: CASES.subgraph,
    token: await stage.token(as),
    query: BY_KEY,
    variables: { representations: [{ __typename: 'UsaSmugglingCase', id }] },
    asserted: { purpose: ENFORCEMENT.purpose, caseReference: 'ATTACK-24' },
  });
  return [sameBut(asked.text), (await sendDirect(stage, direct)).text];
}

/** A case that was given out and is hidden since: its key finds what a key of nothing finds. */
async function keepId(stage: Stage): Promise<void> {
  await withStoredRows(stage, CASES, async (model) => {
    await model.updateMany({}, { $set: { handlingCode: 'H0', tlp: 'CLEAR' } });
    const [{ edges }] = (await walked(stage, 'investigator.pan', { first: 1 })) as unknown as [{ edges: any[] }];
    const { id, status } = edges[0].node;
    for (const text of await foundBy(stage, id)) expect(text).toContain(`"status":"${status}"`);
    const nothing = await foundBy(stage, 'bm90aGluZw');
    await model.updateMany({}, { $set: { handlingCode: 'H2' } });
    expect(await foundBy(stage, id)).toEqual(nothing);
    expect(await walked(stage, 'investigator.pan', { first: 1 })).toEqual([
      { edges: [], pageInfo: { hasNextPage: false, endCursor: null } },
    ]);
  });
}

/** The attacks of threat 24 on rows that do not exist for somebody. */
export const attacks: readonly Attack[] = [
  {
    number: 24,
    title: 'pages and cursors tell nothing of rows that a rule hides: they are those of a store without the rows',
    on: 'product',
    guards: ['rowRules', 'wholePages'],
    run: countHidden,
  },
  {
    number: 24,
    title: 'a row that is hidden since its id was given out is not found by it',
    on: 'product',
    guards: ['rowRules', 'hiddenRows'],
    run: keepId,
  },
];
