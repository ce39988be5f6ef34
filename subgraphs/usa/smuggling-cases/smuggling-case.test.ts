import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { usaSmugglingCases } from './index';

const ROWS = 500;

let domain: OpenDomain;
let all: any[];
beforeAll(async () => {
  domain = await openDomain(usaSmugglingCases, 1);
  all = await allCases(100);
});
afterAll(() => domain.close());

const PAGE = `query ($first: Int!, $after: String, $filter: SmugglingCaseFilter) {
  smugglingCases(first: $first, after: $after, filter: $filter) {
    pageInfo { hasNextPage endCursor }
    edges { node {
      id dataset caseNumber iccsCodes status openedOn narrative sourceIdentity leadAgency originator
      corridor { from { code kind firstAdministrativeLevel } to { code firstAdministrativeLevel } mode }
      history { on event } networks { dataset code name kind }
      persons { dataset pseudonym role confirmation stateHistory { confirmation on } nationality { code } claimedNationalities fullName }
    } }
  }
}`;

async function page(variables: Record<string, unknown>) {
  const { data, errors } = await domain.ask(PAGE, variables);
  expect(errors).toBeUndefined();
  return data?.smugglingCases;
}

async function allCases(first: number, filter?: object): Promise<any[]> {
  const nodes: any[] = [];
  let after: string | null = null;
  for (;;) {
    const { edges, pageInfo } = await page({ first, after, filter });
    nodes.push(...edges.map((edge: any) => edge.node));
    if (!pageInfo.hasNextPage) return nodes;
    after = pageInfo.endCursor;
  }
}

describe('paging', () => {
  it('gives every case once, in the same order whatever the size of the page', async () => {
    expect(all).toHaveLength(ROWS);
    expect(new Set(all.map(({ id }) => id)).size).toBe(ROWS);
    expect((await allCases(33)).map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  });

  it('refuses a cursor that it did not give', async () => {
    const { errors } = await domain.ask(PAGE, { first: 1, after: 'Zm9yZ2Vk' });
    expect(errors?.[0]?.extensions.code).toBe('BAD_CURSOR');
  });
});

describe('filters', () => {
  const NARROWED: Array<[string, object, (row: any) => boolean]> = [
    ['status', { status: 'PROSECUTED' }, ({ status }) => status === 'PROSECUTED'],
    ['a code among several', { iccsCode: '0204' }, ({ iccsCodes }) => iccsCodes.includes('0204')],
    ['where the corridor begins', { corridorFrom: 'PA-5' }, ({ corridor }) => corridor.from.code === 'PA-5'],
    ['the month of opening', { openedMonth: '2023-03' }, ({ openedOn }) => openedOn.startsWith('2023-03')],
    [
      'all at once',
      { status: 'OPEN', iccsCode: '08051', corridorFrom: 'CO-ANT' },
      ({ status, iccsCodes, corridor }) =>
        status === 'OPEN' && iccsCodes.includes('08051') && corridor.from.code === 'CO-ANT',
    ],
  ];
  it.each(NARROWED)('keep exactly the cases that fit %s', async (_, filter, fits) => {
    const expected = all.filter(fits);
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(ROWS);
    expect((await allCases(7, filter)).map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  });

  it('match nothing when the value is unknown', async () => {
    expect(await allCases(10, { iccsCode: '0205' })).toEqual([]);
    expect(await allCases(10, { corridorFrom: '' })).toEqual([]);
  });
});

describe('records', () => {
  it('say SYNTHETIC in every case, person and network, and in every name', () => {
    for (const { dataset, caseNumber, narrative, sourceIdentity, persons, networks } of all) {
      const named = [...persons, ...networks].flatMap((row: any) => [
        row.dataset,
        row.fullName ?? row.name,
        row.pseudonym ?? row.code,
      ]);
      for (const text of [dataset, caseNumber, narrative, sourceIdentity, ...named]) expect(text).toMatch(/^SYNTHETIC/);
    }
  });

  it('have victims only where there is trafficking, and a confirmation for victims only', () => {
    for (const { iccsCodes, persons } of all) {
      const victims = persons.filter(({ role }: any) => role === 'TRAFFICKING_VICTIM');
      expect(victims.length > 0).toBe(iccsCodes.includes('0204'));
      expect(persons.some(({ role }: any) => role === 'SMUGGLED_MIGRANT')).toBe(iccsCodes.includes('08051'));
      for (const { role, confirmation, stateHistory } of persons) {
        expect(confirmation !== null).toBe(role === 'TRAFFICKING_VICTIM');
        expect(stateHistory.at(-1)?.confirmation ?? null).toBe(confirmation);
      }
    }
    expect(all.filter(({ iccsCodes }) => iccsCodes.length > 1).length).toBeGreaterThan(50);
  });

  it('run their course in order and name corridors at the first administrative level', () => {
    for (const { openedOn, history, corridor } of all) {
      const dates = history.map(({ on }: any) => on);
      expect(dates).toEqual([...dates].sort());
      expect(history[0]).toEqual({ on: openedOn, event: 'OPENED' });
      expect(dates.at(-1) <= '2025-12-31').toBe(true);
      for (const { code, firstAdministrativeLevel } of [corridor.from, corridor.to])
        expect(code).toBe(firstAdministrativeLevel);
    }
  });
});

describe('one case', () => {
  const ONE = 'query ($id: ID!) { smugglingCase(id: $id) { id caseNumber } }';
  const BY_KEY = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on SmugglingCase { id caseNumber } } }';
  const keys = (...ids: string[]) => ({ of: ids.map((id) => ({ __typename: 'SmugglingCase', id })) });

  it('is found by its opaque id, alone and among many', async () => {
    const { edges } = await page({ first: 3 });
    const wanted = edges.map(({ node: { id, caseNumber } }: any) => ({ id, caseNumber }));
    expect((await domain.ask(ONE, { id: wanted[0].id })).data?.smugglingCase).toEqual(wanted[0]);
    const { data } = await domain.ask(BY_KEY, keys(wanted[2].id, wanted[0].id, wanted[2].id));
    expect(data?._entities).toEqual([wanted[2], wanted[0], wanted[2]]);
  });

  it('does not exist under a forged id, a bare internal one, or that of another party', async () => {
    const { edges } = await page({ first: 1 });
    for (const id of ['Zm9yZ2Vk', '000001', ''])
      expect((await domain.ask(ONE, { id })).data).toEqual({ smugglingCase: null });
    const [{ node }] = edges;
    expect((await domain.ask(ONE, { id: node.id }, { party: 'PAN' })).data).toEqual({ smugglingCase: null });
    expect((await domain.ask(BY_KEY, keys(node.id, 'Zm9yZ2Vk'), { party: 'COL' })).data?._entities).toEqual([
      null,
      null,
    ]);
  });
});
