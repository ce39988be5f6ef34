import { readSavedQuestion } from '@pasarela/scripts/ask/read-question';
import { SUBGRAPHS } from '@pasarela/scripts/subgraphs';
import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import { type OpenFederation, openFederation } from '../federation/open-federation';

const OWNERS = ['colombia', 'panama', 'usa'] as const;
const WITH_CASE = { 'x-case-reference': 'PAN-2026-0107' };
const PARTIES = [
  ['colombia', 'COL'],
  ['panama', 'PAN'],
  ['usa', 'USA'],
] as const;

const nodesIn = ({ edges }: any): any[] => edges.map(({ node }: any) => node);

/** The product's domains, those of cases at their whole size, so that figures of others are more than suppressed. */
const DEFINITIONS = SUBGRAPHS.map((definition): SubgraphDefinition => {
  if (!definition.name.endsWith('smuggling-cases')) return definition;
  const { seed } = definition;
  return { ...definition, seed: { ...seed, fill: (options) => seed.fill({ ...options, scale: 1 }) } };
});

/** Migrant smuggling and trafficking in persons as Colombia, Panama and the United States each hold it: one shape, three owners. */
describe('cases of three owners', () => {
  let federation: OpenFederation;
  beforeAll(async () => {
    federation = await openFederation({ definitions: DEFINITIONS });
  });
  afterAll(() => federation.close());

  async function ask(as: string, purpose: any, query: string, variables = {}): Promise<any> {
    const headers = purpose === 'ENFORCEMENT' ? WITH_CASE : {};
    const { status, body } = await federation.ask({ as, purpose, query, variables, headers });
    expect([status, body.errors]).toEqual([200, undefined]);
    return body;
  }
  const askSaved = (number: string, as: string, purpose: any) => {
    const { query, variables } = readSavedQuestion(number);
    return ask(as, purpose, query, variables);
  };
  const withheld = ({ extensions }: any): string[] =>
    extensions.notices.filter(({ code }: any) => code === 'WITHHELD').map(({ coordinate }: any) => coordinate);

  describe('20: open cases', () => {
    it("come in one shape, the asker's own by the day and others' by the month, none that may not be passed on", async () => {
      const { data } = await askSaved('20', 'investigator.pan', 'ENFORCEMENT');
      expect(Object.keys(data)).toEqual(OWNERS.map((owner) => `${owner}SmugglingCases`));
      const pages = PARTIES.map(([owner, party]) => [party, nodesIn(data[`${owner}SmugglingCases`])] as const);
      for (const [party, nodes] of pages) {
        expect(nodes.length).toBeGreaterThan(5);
        for (const node of nodes)
          expect(node).toMatchObject({
            party,
            status: 'OPEN',
            dataset: expect.stringMatching(/^SYNTHETIC/),
            openedOn: expect.stringMatching(party === 'PAN' ? /^\d{4}-\d{2}-\d{2}$/ : /^\d{4}-\d{2}$/),
            routes: expect.arrayContaining([expect.objectContaining({ mode: expect.any(String) })]),
          });
      }
      const ofOthers = pages.filter(([party]) => party !== 'PAN').flatMap(([, nodes]) => nodes);
      expect(ofOthers.filter(({ handlingCode }) => handlingCode === 'H2')).toEqual([]);
    });

    it('are no business of an analyst', async () => {
      const body = await askSaved('20', 'analyst.pan', 'STATISTICS');
      expect(Object.values(body.data)).toEqual([null, null, null]);
      expect(withheld(body)).toEqual(OWNERS.map((owner) => `Query.${owner}SmugglingCases`));
    });
  });

  describe('22: victims', () => {
    it("Panama's published figures come out with their conflict; Colombia's are not published", async () => {
      const { data } = await askSaved('22', 'analyst.pan', 'STATISTICS');
      const held = data.panamaTraffickingFigures.filter(({ count }: any) => count.state === 'VALUE');
      expect(
        held.map(({ year, measure, exploitation, count, differenceFromEarlier }: any) => [
          year,
          measure,
          exploitation,
          count.value,
          differenceFromEarlier,
        ]),
      ).toEqual([
        [2019, 'CONFIRMED_VICTIMS', null, 22, null],
        [2019, 'CONFIRMED_VICTIMS', null, 34, 12],
        [2020, 'CONFIRMED_VICTIMS', null, 6, null],
        [2021, 'CONFIRMED_VICTIMS', null, 16, null],
        [2022, 'INVESTIGATIONS', null, 7, null],
        [2022, 'INVESTIGATIONS', 'LABOUR', 2, null],
        [2022, 'INVESTIGATIONS', 'SEXUAL', 4, null],
        [2022, 'INVESTIGATIONS', 'SLAVERY_LIKE', 1, null],
        [2022, 'CONFIRMED_VICTIMS', null, 8, null],
        [2022, 'PRELIMINARY_VICTIMS', null, 11, null],
        [2023, 'INVESTIGATIONS', null, 19, null],
        [2023, 'INVESTIGATIONS', 'LABOUR', 5, null],
        [2023, 'INVESTIGATIONS', 'SEXUAL', 14, null],
      ]);
      const of2019 = held.filter(({ year }: any) => year === 2019).map(({ count }: any) => [count.asOf, count.source]);
      expect(of2019).toEqual([
        ['2021', 'https://www.state.gov/reports/2021-trafficking-in-persons-report/panama/'],
        ['2022', 'https://www.state.gov/reports/2022-trafficking-in-persons-report/panama/'],
      ]);
      expect(data.colombiaTraffickingFigures).toHaveLength(18);
      for (const { count } of data.colombiaTraffickingFigures)
        expect([count.value, count.state]).toEqual([null, 'NOT_PUBLISHED']);
    });

    it('are counted by role and confirmation by each owner: exactly for its own analyst, 10 or more for another', async () => {
      const asked = async (as: string) => (await askSaved('22', as, 'STATISTICS')).data;
      const [own, other] = [await asked('analyst.pan'), await asked('analyst.col')];
      expect(own.panamaCasePersonFigures.byRole.every(({ persons }: any) => /VALUE|ZERO/.test(persons.state))).toBe(
        true,
      );
      for (const [index, { role, persons }] of other.panamaCasePersonFigures.byRole.entries()) {
        expect([role, persons.countingParty]).toEqual([
          own.panamaCasePersonFigures.byRole[index].role,
          'PAN: SYNTHETIC',
        ]);
        if (persons.state === 'SUPPRESSED') expect(persons.value).toBeNull();
        else expect(persons.value).toBeGreaterThanOrEqual(10);
        expect(persons.value ?? 0).toBeLessThanOrEqual(own.panamaCasePersonFigures.byRole[index].persons.value);
      }
      for (const data of [own, other])
        for (const owner of OWNERS) expect(data[`${owner}CasePersonFigures`].daysToConfirmed.unit).toBe('DAYS');
    });

    it("are not counted for an investigation; what is published is nobody's secret", async () => {
      const body = await askSaved('22', 'investigator.pan', 'ENFORCEMENT');
      expect(withheld(body)).toEqual(OWNERS.map((owner) => `Query.${owner}CasePersonFigures`));
      expect(body.data.panamaTraffickingFigures.length).toBeGreaterThan(0);
    });
  });

  describe('23: routes and modes', () => {
    it("stand side by side by corridor, each owner's figure its own, small ones suppressed for others", async () => {
      const { data } = await askSaved('23', 'analyst.pan', 'STATISTICS');
      const rows: any[] = data.smugglingCorridors;
      for (const { code, panamaCases } of rows) {
        expect(code).toMatch(/^[A-Z]{2}-\w+:[A-Z]{2}-\w+:[A-Z_]+$/);
        expect([panamaCases.state, panamaCases.countingParty]).toEqual([
          panamaCases.value === 0 ? 'ZERO' : 'VALUE',
          'PAN: SYNTHETIC',
        ]);
      }
      const others = rows.flatMap(({ colombiaCases, usaCases }) => [colombiaCases, usaCases]);
      const allowed = ({ value, state }: any) =>
        state === 'VALUE' ? value >= 5 : value === (state === 'ZERO' ? 0 : null) && /^(ZERO|SUPPRESSED)$/.test(state);
      expect(others.filter((figure) => !allowed(figure))).toEqual([]);
      expect(new Set(others.map(({ state }) => state))).toEqual(new Set(['VALUE', 'ZERO', 'SUPPRESSED']));
    });

    it('an investigator gets the code list and no figure', async () => {
      const body = await askSaved('23', 'investigator.pan', 'ENFORCEMENT');
      expect(withheld(body)).toEqual(OWNERS.map((owner) => `SmugglingCorridor.${owner}Cases`));
      expect(body.data.smugglingCorridors.length).toBeGreaterThan(15);
      for (const row of body.data.smugglingCorridors)
        expect([row.colombiaCases, row.panamaCases]).toEqual([null, null]);
    });
  });

  describe('07: figures by nationality', () => {
    it('come from each owner of cases by itself, never merged', async () => {
      const { data } = await askSaved('07', 'analyst.pan', 'STATISTICS');
      const [venezuela] = data.nationalities;
      const parties = OWNERS.map((owner) => venezuela[`${owner}SmugglingCaseFigures`].cases.countingParty);
      expect(parties).toEqual(['COL: SYNTHETIC', 'PAN: SYNTHETIC', 'USA: SYNTHETIC']);
    });
  });

  describe("a victim's identification", () => {
    const HISTORY = `{ panamaSmugglingCases(first: 10) { edges { node {
      persons { role confirmation stateHistory { confirmation on } } } } } }`;

    it('is read step by step by who protects victims at the owner', async () => {
      const { data } = await ask('protection.pan', 'PROTECTION', HISTORY);
      const persons = data.panamaSmugglingCases.edges.flatMap(({ node }: any) => node.persons);
      const victims = persons.filter(({ role }: any) => role === 'TRAFFICKING_VICTIM');
      expect(victims.length).toBeGreaterThan(0);
      for (const { confirmation, stateHistory } of victims) {
        expect(stateHistory[0]).toEqual({
          confirmation: 'PRELIMINARY',
          on: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
        });
        expect(stateHistory.at(-1).confirmation).toBe(confirmation);
      }
      for (const { role, confirmation, stateHistory } of persons)
        if (role !== 'TRAFFICKING_VICTIM') expect([confirmation, stateHistory]).toEqual([null, []]);
    });

    it('is withheld from every other party, and from every other purpose', async () => {
      expect((await ask('protection.col', 'PROTECTION', HISTORY)).data.panamaSmugglingCases).toBeNull();
      const { data } = await ask('investigator.pan', 'ENFORCEMENT', HISTORY);
      const persons = data.panamaSmugglingCases.edges.flatMap(({ node }: any) => node.persons);
      expect(persons.length).toBeGreaterThan(0);
      for (const person of persons) expect(person).toEqual({ role: null, confirmation: null, stateHistory: null });
    });
  });

  it("a case of one owner is not found among another's, nor by the id that another party was given", async () => {
    const list = '{ panamaSmugglingCases(first: 1) { edges { node { id } } } }';
    const idFor = async (as: string) =>
      (await ask(as, 'ENFORCEMENT', list)).data.panamaSmugglingCases.edges[0].node.id as string;
    const [own, other] = [await idFor('investigator.pan'), await idFor('investigator.col')];
    const one = (field: string, id: string) => `{ ${field}(id: "${id}") { status } }`;
    expect(
      (await ask('investigator.pan', 'ENFORCEMENT', one('panamaSmugglingCase', own))).data.panamaSmugglingCase,
    ).not.toBeNull();
    for (const query of [one('panamaSmugglingCase', other), one('colombiaSmugglingCase', own)])
      expect(Object.values((await ask('investigator.pan', 'ENFORCEMENT', query)).data)).toEqual([null]);
  });
});
