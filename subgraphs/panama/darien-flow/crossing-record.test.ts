import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { panamaDarienFlow } from './index';

let domain: OpenDomain;
beforeAll(async () => {
  domain = await openDomain(panamaDarienFlow, 0.05);
});
afterAll(() => domain.close());

const QUERY = /* GraphQL */ `
  query Records($filter: CrossingRecordFilter, $first: Int! = 100, $after: String) {
    crossingRecords(filter: $filter, first: $first, after: $after) {
      edges { cursor node { id dataset crossedOn sex fullName nationality { code } station { receptionStation { status } } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

async function everyRecord(filter?: object, requester = {}): Promise<any[]> {
  const records: any[] = [];
  let after: string | null = null;
  do {
    const { data, errors }: any = await domain.ask(QUERY, { filter, after }, requester);
    expect(errors).toBeUndefined();
    records.push(...data.crossingRecords.edges.map(({ node }: any) => node));
    after = data.crossingRecords.pageInfo.hasNextPage ? data.crossingRecords.pageInfo.endCursor : null;
  } while (after);
  return records;
}

describe('crossingRecords', () => {
  it('pages through every record once', async () => {
    const records = await everyRecord();
    expect(records).toHaveLength(1000);
    expect(new Set(records.map(({ id }) => id)).size).toBe(1000);
  });

  it('says SYNTHETIC in every row, and names no one', async () => {
    for (const { dataset, fullName } of await everyRecord()) {
      expect(dataset).toMatch(/^SYNTHETIC /);
      expect(fullName).toMatch(/^SYNTHETIC Person \d{9}$/);
    }
  });

  it('filters by nationality, month and sex, each alone and together', async () => {
    const all = await everyRecord();
    const venezuelans = await everyRecord({ nationality: 'VEN' });
    expect(venezuelans.map(({ id }) => id)).toEqual(
      all.filter(({ nationality }) => nationality.code === 'VEN').map(({ id }) => id),
    );
    const month = venezuelans[0].crossedOn.slice(0, 7);
    const wanted = all.filter(
      ({ crossedOn, nationality, sex }) =>
        crossedOn.startsWith(month) && nationality.code === 'VEN' && sex === 'FEMALE',
    );
    expect(await everyRecord({ nationality: 'VEN', month, sex: 'FEMALE' })).toEqual(wanted);
    expect(await everyRecord({ nationality: 'ISL' })).toEqual([]);
  });

  it('gives another party the same records under other ids and in another order, and refuses its cursors', async () => {
    const own = await everyRecord();
    const others = await everyRecord({}, { party: 'COL' });
    const namesOf = (records: any[]) => records.map(({ fullName }) => fullName);
    expect(namesOf(others).sort()).toEqual(namesOf(own).sort());
    expect(namesOf(others)).not.toEqual(namesOf(own));
    const ids = new Set(own.map(({ id }) => id));
    expect(others.filter(({ id }) => ids.has(id))).toEqual([]);

    const [edge] = (await domain.ask(QUERY, { first: 1 }, { party: 'COL' })).data?.crossingRecords.edges ?? [];
    const { errors } = await domain.ask(QUERY, { after: edge.cursor });
    expect(errors?.[0]?.extensions.code).toBe('BAD_CURSOR');
  });

  it('puts nobody beside their travel group', async () => {
    const { data } = await domain.ask('{ crossingRecords(first: 100) { edges { node { travelGroup } } } }');
    const groups = data?.crossingRecords.edges.map(({ node }: any) => node.travelGroup) as string[];
    expect(groups).toHaveLength(100);
    expect(groups.filter((group, index) => index > 0 && group === groups[index - 1]).length).toBeLessThan(3);
  });

  it.each([0, 101])('refuses a page of %i', async (first) => {
    const { errors } = await domain.ask(QUERY, { first });
    expect(errors?.[0]?.extensions.code).toBe('BAD_PAGE');
  });
});
