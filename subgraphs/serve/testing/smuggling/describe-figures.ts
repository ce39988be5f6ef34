import { rootOf, SYNTHETIC_AS_OF } from '../../smuggling/case-domain';
import { lastMonthForOthers } from '../../smuggling/corridor-delay';
import { releasedCellModel } from '../../statistics/stored-release.model';
import { type OpenDomain, openDomain } from '../open-domain';
import { allCases, type TestedDomain } from './smuggling-domain';

const NODE =
  'openedOn handlingCode tlp routes { from { code } to { code } mode } persons { role confirmation stateHistory { confirmation on } nationality { code } }';
const NATIONALITIES = ['VEN', 'ECU', 'HTI', 'CHN', 'COL', 'AFG', 'IND', 'PER', 'CUB', 'BRA'];
const COUNT = 'value state unit dataset countingParty definition note asOf';
const OBJECTS = ['SMUGGLED_MIGRANT', 'TRAFFICKING_VICTIM'];
const CELLS = [
  ['TRAFFICKING_VICTIM', 'PRELIMINARY'],
  ['TRAFFICKING_VICTIM', 'CONFIRMED'],
  ['SMUGGLED_MIGRANT', null],
  ['WITNESS', null],
  ['SUSPECT', null],
] as const;

const concerned = (rows: any[], code: string, roles: string[]): number =>
  rows.filter(({ persons }) =>
    persons.some((person: any) => person.nationality.code === code && roles.includes(person.role)),
  ).length;
const countable = (rows: any[]): any[] =>
  rows.filter(({ handlingCode, tlp }) => handlingCode !== 'H2' && tlp !== 'RED');
const corridorsOf = ({ routes }: any): Set<string> =>
  new Set(routes.map(({ from, to, mode }: any) => `${from.code}:${to.code}:${mode}`));
const daysOf = (rows: any[]): number[] =>
  rows
    .flatMap(({ persons }) => persons)
    .filter(({ stateHistory }: any) => stateHistory.length === 2)
    .map(({ stateHistory: [first, last] }: any) => (Date.parse(last.on) - Date.parse(first.on)) / 86_400_000)
    .sort((a: number, b: number) => a - b);

/** The first release of synthetic cases. */
const RELEASE = { asOf: SYNTHETIC_AS_OF, number: 1 };

/** What a release says of an exact count: noise of two, never under the threshold. */
function expectReleased(
  figure: any,
  exact: number,
  { threshold, zeros }: { threshold: number; zeros: 'ZERO' | 'SUPPRESSED' },
): void {
  expect(figure.asOf).toBe(RELEASE.asOf);
  if (exact === 0 && zeros === 'ZERO') expect(figure).toMatchObject({ value: 0, state: 'ZERO' });
  else if (exact < threshold)
    expect(figure).toMatchObject({ value: null, state: 'SUPPRESSED', note: expect.stringContaining('suppressed') });
  else {
    expect(figure).toMatchObject({ state: 'VALUE', note: expect.stringContaining(`release ${RELEASE.number}: ±2`) });
    expect(Math.abs(figure.value - exact)).toBeLessThanOrEqual(2);
    expect(figure.value).toBeGreaterThanOrEqual(threshold);
  }
}

/** What holds of every owner's figures. @param other a party that is not the owner. */
export function describeFigures(tested: TestedDomain, other: string): void {
  const { definition, domain } = tested;
  const root = rootOf(domain);

  let open: OpenDomain;
  let cases: any[];
  beforeAll(async () => {
    open = await openDomain(definition, 1);
    cases = await allCases(open, tested, { node: NODE });
  });
  afterAll(() => open.close());

  async function figuresOf(party: string, ...codes: string[]): Promise<any[]> {
    const { data, errors } = await open.ask(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Nationality { code figures: ${root}SmugglingCaseFigures {
        dataset cases { ${COUNT} } casesWithIdentifiedVictims { ${COUNT} }
      } } } }`,
      { of: codes.map((code) => ({ __typename: 'Nationality', code })) },
      { party },
    );
    expect(errors).toBeUndefined();
    return data?._entities;
  }

  it('gives the owner exactly what the cases hold', async () => {
    for (const { code, figures } of await figuresOf(domain.party, ...NATIONALITIES)) {
      expect(figures.cases.value).toBe(concerned(cases, code, OBJECTS));
      expect(figures.casesWithIdentifiedVictims.value).toBe(concerned(cases, code, ['TRAFFICKING_VICTIM']));
    }
  });

  it('tells others a release without cases under H2 or RED, victims under 10 suppressed', async () => {
    const others = countable(cases);
    expect(others.length).toBeLessThan(cases.length);
    const shown = await figuresOf(other, ...NATIONALITIES);
    for (const { code, figures } of shown) {
      const victims = concerned(others, code, ['TRAFFICKING_VICTIM']);
      const all = concerned(others, code, OBJECTS);
      expectReleased(figures.cases, all, { threshold: 5, zeros: 'ZERO' });
      // The rest of the cases would tell by subtraction.
      const told = all - victims < 10 ? 0 : victims;
      expectReleased(figures.casesWithIdentifiedVictims, told, { threshold: 10, zeros: 'SUPPRESSED' });
      expect(figures.cases.definition).toContain('never add them up');
    }
    const states = shown.map(({ figures: { casesWithIdentifiedVictims } }) => casesWithIdentifiedVictims.state);
    expect(new Set(states)).toEqual(new Set(['VALUE', 'SUPPRESSED']));
  });

  it('marks each release as strictly as the strictest case that is in it', async () => {
    const { data, errors } = await open.ask(
      `{ releases: ${root}SmugglingStatisticReleases { table number tlp handlingCodes } }`,
      {},
      { party: other },
    );
    expect(errors).toBeUndefined();
    const others = countable(cases);
    const codes = [...new Set(others.map(({ handlingCode }) => handlingCode))].sort();
    expect([codes, others.some(({ tlp }) => tlp === 'AMBER_STRICT')]).toEqual([['H0', 'H1', 'H3'], true]);
    expect(data?.releases).toEqual(
      ['cases-by-nationality', 'cases-with-victims-by-nationality', 'persons-in-cases', 'cases-by-corridor'].map(
        (table) => ({ table, number: 1, tlp: 'AMBER_STRICT', handlingCodes: codes }),
      ),
    );
  });

  it('makes no sum over nationalities or corridors, for a case stands under several', async () => {
    const sums = await releasedCellModel(open.connection)
      .find({ release: { $ne: 'persons-in-cases|1' } })
      .lean();
    expect(sums.length).toBeGreaterThan(500);
    expect(sums.filter(({ coordinates: [code] }) => code === 'ALL')).toEqual([]);
  });

  it('shows others no zero of victims, and the owner a true one', async () => {
    const [shown] = await figuresOf(other, 'FRA');
    expect(shown.figures).toMatchObject({
      cases: { value: 0, state: 'ZERO' },
      casesWithIdentifiedVictims: { value: null, state: 'SUPPRESSED' },
    });
    const [owner] = await figuresOf(domain.party, 'FRA');
    expect(owner.figures.casesWithIdentifiedVictims).toMatchObject({ value: 0, state: 'ZERO' });
  });

  it('says SYNTHETIC of every figure', async () => {
    for (const { figures } of await figuresOf(other, ...NATIONALITIES)) {
      expect(figures.dataset).toMatch(/^SYNTHETIC/);
      expect(figures.cases).toMatchObject({
        unit: 'CASES',
        dataset: expect.stringMatching(/^SYNTHETIC/),
      });
      expect(figures.casesWithIdentifiedVictims.countingParty).toBe(`${domain.party}: SYNTHETIC`);
    }
  });

  it('knows no nationality, place or corridor outside the code lists', async () => {
    expect(await figuresOf(domain.party, 'XXX', 'US', '')).toEqual([null, null, null]);
    const { data } = await open.ask(`{ _entities(representations: [
      { __typename: "Place", code: "PA-5" }, { __typename: "Place", code: "PA-99" },
      { __typename: "SmugglingCorridor", code: "CO-CHO:PA-5:ON_FOOT" }, { __typename: "SmugglingCorridor", code: "CO-CHO:PA-5:AIR" }
    ]) { ... on Place { code name } ... on SmugglingCorridor { code mode } } }`);
    expect(data?._entities).toEqual([
      { code: 'PA-5', name: 'Darién' },
      null,
      { code: 'CO-CHO:PA-5:ON_FOOT', mode: 'ON_FOOT' },
      null,
    ]);
  });

  async function personFigures(party: string): Promise<any> {
    const { data, errors } = await open.ask(
      `{ figures: ${root}CasePersonFigures { dataset byRole { role confirmation persons { ${COUNT} } } daysToConfirmed { ${COUNT} } } }`,
      {},
      { party },
    );
    expect(errors).toBeUndefined();
    return data?.figures;
  }

  const inCell = (rows: any[], [role, confirmation]: (typeof CELLS)[number]): number =>
    rows
      .flatMap(({ persons }) => persons)
      .filter((person) => person.role === role && person.confirmation === confirmation).length;

  it('counts persons by role and confirmation, exactly for the owner, for others 10 or more of a release', async () => {
    const [own, shown] = [await personFigures(domain.party), await personFigures(other)];
    expect(own.byRole.map(({ role, confirmation }: any) => [role, confirmation])).toEqual(CELLS);
    expect(own.byRole.map(({ persons }: any) => persons.value)).toEqual(CELLS.map((cell) => inCell(cases, cell)));
    for (const [index, cell] of CELLS.entries()) {
      const persons = inCell(countable(cases), cell);
      expectReleased(shown.byRole[index].persons, persons, { threshold: 10, zeros: 'SUPPRESSED' });
      expect(shown.byRole[index].persons.dataset).toMatch(/^SYNTHETIC/);
    }
  });

  it('says the median of the days from PRELIMINARY to CONFIRMED, to ten days for others', async () => {
    const median = (days: number[]) => days[Math.ceil(days.length / 2) - 1] as number;
    const [own, others] = [daysOf(cases), daysOf(countable(cases))];
    expect(others.length).toBeGreaterThanOrEqual(10);
    expect((await personFigures(domain.party)).daysToConfirmed).toMatchObject({
      value: median(own),
      state: 'VALUE',
      unit: 'DAYS',
    });
    expect((await personFigures(other)).daysToConfirmed).toMatchObject({
      value: Math.round(median(others) / 10) * 10,
      asOf: RELEASE.asOf,
      note: expect.stringContaining('release 1: over 10 victims or more'),
    });
  });

  async function corridors(party: string): Promise<any[]> {
    const { data, errors } = await open.ask(
      `{ smugglingCorridors { code from { code } to { code } mode cases: ${root}Cases { ${COUNT} } } }`,
      {},
      { party },
    );
    expect(errors).toBeUndefined();
    return data?.smugglingCorridors;
  }

  it('counts a case once in each corridor that it names, and lists corridors that none names', async () => {
    const rows = await corridors(domain.party);
    for (const { code, cases: figure } of rows)
      expect(figure.value).toBe(cases.filter((one) => corridorsOf(one).has(code)).length);
    expect(rows.some(({ cases: { value } }) => value > 0)).toBe(true);
  });

  it('shows others corridors 90 days late, and none from 1 to 4', async () => {
    const last = lastMonthForOthers(new Date(SYNTHETIC_AS_OF));
    const old = countable(cases).filter(({ openedOn }) => openedOn.slice(0, 7) <= last);
    const rows = await corridors(other);
    for (const { code, cases: figure } of rows) {
      const exact = old.filter((one) => corridorsOf(one).has(code)).length;
      expectReleased(figure, exact, { threshold: 5, zeros: 'ZERO' });
    }
    expect(rows.filter(({ cases: { state } }) => state === 'VALUE').length).toBeGreaterThan(3);
  });
}
