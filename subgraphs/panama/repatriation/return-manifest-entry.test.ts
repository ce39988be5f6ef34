import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { panamaRepatriation } from './index';

let domain: OpenDomain;
beforeAll(async () => {
  domain = await openDomain(panamaRepatriation, 0.04);
});
afterAll(() => domain.close());

const QUERY = /* GraphQL */ `
  query Manifest($filter: ReturnManifestEntryFilter, $first: Int! = 100, $after: String) {
    returnManifestEntries(filter: $filter, first: $first, after: $after) {
      edges { cursor node { id dataset flight flightOn releasedOn nationality { code } destinationCountry fullName removalFinal } }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

async function everyEntry(filter?: object, requester = {}): Promise<any[]> {
  const entries: any[] = [];
  let after: string | null = null;
  do {
    const { data, errors }: any = await domain.ask(QUERY, { filter, after }, requester);
    expect(errors).toBeUndefined();
    entries.push(...data.returnManifestEntries.edges.map(({ node }: any) => node));
    const { hasNextPage, endCursor } = data.returnManifestEntries.pageInfo;
    after = hasNextPage ? endCursor : null;
  } while (after);
  return entries;
}

describe('returnManifestEntries', () => {
  it('pages through every entry once, a flight of one nationality and one day at a time', async () => {
    const entries = await everyEntry();
    expect(new Set(entries.map(({ id }) => id)).size).toBe(200);
    const flights = Map.groupBy(entries, ({ flight }) => flight);
    expect(flights.size).toBeGreaterThan(3);
    for (const ofFlight of flights.values())
      expect(new Set(ofFlight.map(({ flightOn, nationality }) => `${flightOn} ${nationality.code}`)).size).toBe(1);
  });

  it('filters by nationality and month of the flight', async () => {
    const all = await everyEntry();
    const [one] = all;
    const filter = { nationality: one.nationality.code, flightMonth: one.flightOn.slice(0, 7) };
    const wanted = all.filter(
      ({ nationality, flightOn }) => nationality.code === filter.nationality && flightOn.startsWith(filter.flightMonth),
    );
    expect(await everyEntry(filter)).toEqual(wanted);
    expect(await everyEntry({ nationality: 'ISL' })).toEqual([]);
  });

  it('gives another party other ids and another order', async () => {
    const own = await everyEntry();
    const others = await everyEntry({}, { party: 'COL' });
    const ids = new Set(own.map(({ id }) => id));
    expect(others.filter(({ id }) => ids.has(id))).toEqual([]);
    expect(others.map(({ fullName }) => fullName)).not.toEqual(own.map(({ fullName }) => fullName));
  });
});

it('returnRecrossings names SYNTHETIC in every row, and has no total', async () => {
  const { data } = await domain.ask(
    '{ returnRecrossings { dataset nationality { code } returned { value state dataset } crossedAgain { value state dataset note } } }',
  );
  const rows = data?.returnRecrossings as any[];
  expect(rows.map(({ nationality }) => nationality.code)).toContain('COL');
  for (const { dataset, returned, crossedAgain } of rows) {
    for (const name of [dataset, returned.dataset, crossedAgain.dataset, crossedAgain.note])
      expect(name).toMatch(/SYNTHETIC/);
    for (const { value, state } of [returned, crossedAgain])
      expect(state).toBe(value === null ? 'SUPPRESSED' : 'VALUE');
  }
  expect(rows.map(({ crossedAgain }) => crossedAgain.state)).toContain('SUPPRESSED');
});
