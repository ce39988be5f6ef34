import { rootOf } from '../../smuggling/case-domain';
import { CORRIDORS } from '../../smuggling/corridor-code-list';
import { type OpenDomain, openDomain } from '../open-domain';
import { allCases, type TestedDomain } from './smuggling-domain';

const NODE = `id dataset party caseNumber iccsCodes status openedOn narrative sourceIdentity leadAgency originator
  routes { from { code kind firstAdministrativeLevel } to { code firstAdministrativeLevel } mode }
  history { on event } networks { dataset code name kind }
  persons { dataset pseudonym role confirmation stateHistory { confirmation on } nationality { code } claimedNationalities fullName }`;

/** What holds of every owner's cases. */
export function describeCases(tested: TestedDomain): void {
  const { definition, domain } = tested;
  const [list, type] = [`${rootOf(domain)}SmugglingCases`, `${domain.prefix}SmugglingCase`];
  const rows = domain.mix.casesAtScale1;

  let open: OpenDomain;
  let all: any[];
  beforeAll(async () => {
    open = await openDomain(definition, 1);
    all = await allCases(open, tested, { node: NODE });
  });
  afterAll(() => open.close());
  const filtered = (first: number, filter?: object) => allCases(open, tested, { node: 'id', first, filter });
  const page = async (first: number) =>
    (await open.ask(`{ ${list}(first: ${first}) { edges { node { id caseNumber } } } }`)).data?.[list].edges;

  describe('paging', () => {
    it('gives every case once, in the same order whatever the size of the page', async () => {
      expect(all).toHaveLength(rows);
      expect(new Set(all.map(({ id }) => id)).size).toBe(rows);
      expect((await filtered(33)).map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    });

    it('refuses a cursor that it did not give', async () => {
      const { errors } = await open.ask(`{ ${list}(first: 1, after: "Zm9yZ2Vk") { edges { cursor } } }`);
      expect(errors?.[0]?.extensions.code).toBe('BAD_CURSOR');
    });
  });

  describe('filters', () => {
    const NARROWED: Array<[string, object, (row: any) => boolean]> = [
      ['status', { status: 'PROSECUTED' }, ({ status }) => status === 'PROSECUTED'],
      ['a code among several', { iccsCode: '0204' }, ({ iccsCodes }) => iccsCodes.includes('0204')],
      [
        'where a route begins',
        { routeFrom: 'CO-CHO' },
        ({ routes }) => routes.some(({ from }: any) => from.code === 'CO-CHO'),
      ],
      ['the month of opening', { openedMonth: '2023-03' }, ({ openedOn }) => openedOn.startsWith('2023-03')],
      [
        'all at once',
        { status: 'OPEN', iccsCode: '08051', routeFrom: 'CO-ANT' },
        ({ status, iccsCodes, routes }) =>
          status === 'OPEN' && iccsCodes.includes('08051') && routes.some(({ from }: any) => from.code === 'CO-ANT'),
      ],
    ];
    it.each(NARROWED)('keep exactly the cases that fit %s', async (_, filter, fits) => {
      const expected = all.filter(fits);
      expect(expected.length).toBeGreaterThan(0);
      expect(expected.length).toBeLessThan(rows);
      expect((await filtered(7, filter)).map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    });

    it('match nothing when the value is unknown', async () => {
      expect(await filtered(10, { iccsCode: '0205' })).toEqual([]);
      expect(await filtered(10, { routeFrom: '' })).toEqual([]);
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
        for (const text of [dataset, caseNumber, narrative, sourceIdentity, ...named])
          expect(text).toMatch(/^SYNTHETIC/);
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

    it('run their course in order', () => {
      for (const { openedOn, history } of all) {
        const dates = history.map(({ on }: any) => on);
        expect(dates).toEqual([...dates].sort());
        expect(history[0]).toEqual({ on: openedOn, event: 'OPENED' });
        expect(dates.at(-1) <= '2025-12-31').toBe(true);
      }
    });

    it('name routes of the code list at the first administrative level, a second where the first ends', () => {
      for (const { routes } of all) {
        for (const { from, to, mode } of routes) {
          expect(CORRIDORS.has(`${from.code}:${to.code}:${mode}`)).toBe(true);
          expect([from.code, to.code]).toEqual([from.firstAdministrativeLevel, to.firstAdministrativeLevel]);
        }
        expect(routes[1]?.from.code ?? routes[0].to.code).toBe(routes[0].to.code);
      }
      expect(new Set(all.map(({ routes }) => routes.length))).toEqual(new Set([1, 2]));
    });

    it("are the owner party's, led by its own agencies, and name it in every number", () => {
      for (const { party, caseNumber, leadAgency, networks, persons } of all) {
        expect([party, leadAgency.slice(0, 3)]).toEqual([domain.party, domain.party]);
        const texts = [
          caseNumber,
          ...networks.map(({ code }: any) => code),
          ...persons.map(({ pseudonym }: any) => pseudonym),
        ];
        for (const text of texts) expect(text).toContain(domain.party);
      }
    });
  });

  describe('one case', () => {
    const ONE = `query ($id: ID!) { one: ${rootOf(domain)}SmugglingCase(id: $id) { id caseNumber } }`;
    const BY_KEY = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { id caseNumber } } }`;
    const keys = (...ids: string[]) => ({ of: ids.map((id) => ({ __typename: type, id })) });

    it('is found by its opaque id, alone and among many', async () => {
      const wanted = (await page(3)).map(({ node }: any) => node);
      expect((await open.ask(ONE, { id: wanted[0].id })).data?.one).toEqual(wanted[0]);
      const { data } = await open.ask(BY_KEY, keys(wanted[2].id, wanted[0].id, wanted[2].id));
      expect(data?._entities).toEqual([wanted[2], wanted[0], wanted[2]]);
    });

    it('does not exist under a forged id, a bare internal one, or that of another party', async () => {
      const [{ node }] = await page(1);
      for (const id of ['Zm9yZ2Vk', '000001', '']) expect((await open.ask(ONE, { id })).data).toEqual({ one: null });
      expect((await open.ask(ONE, { id: node.id }, { party: 'ECU' })).data).toEqual({ one: null });
      expect((await open.ask(BY_KEY, keys(node.id, 'Zm9yZ2Vk'), { party: 'PER' })).data?._entities).toEqual([
        null,
        null,
      ]);
    });
  });
}
