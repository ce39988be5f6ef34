import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { usaSmugglingCases } from './index';

let domain: OpenDomain;
let cases: any[];
beforeAll(async () => {
  domain = await openDomain(usaSmugglingCases, 1);
  cases = await allCases();
});
afterAll(() => domain.close());

async function allCases(): Promise<any[]> {
  const nodes: any[] = [];
  let after: string | null = null;
  for (;;) {
    const { data }: any = await domain.ask(
      `query ($after: String) { smugglingCases(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor } edges { node { handlingCode tlp persons { role nationality { code } } } }
      } }`,
      { after },
    );
    nodes.push(...data.smugglingCases.edges.map((edge: any) => edge.node));
    if (!data.smugglingCases.pageInfo.hasNextPage) return nodes;
    after = data.smugglingCases.pageInfo.endCursor;
  }
}

async function figuresOf(party: string, ...codes: string[]): Promise<any[]> {
  const { data, errors } = await domain.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Nationality { code smugglingCaseFigures {
      dataset cases { value state unit dataset } casesWithIdentifiedVictims { value state countingParty note }
    } } } }`,
    { of: codes.map((code) => ({ __typename: 'Nationality', code })) },
    { party },
  );
  expect(errors).toBeUndefined();
  return data?._entities;
}

const NATIONALITIES = ['VEN', 'ECU', 'HTI', 'CHN', 'COL', 'AFG', 'IND', 'PER', 'CUB', 'BRA'];
const concerned = (rows: any[], code: string, roles: string[]): number =>
  rows.filter(({ persons }) =>
    persons.some((person: any) => person.nationality.code === code && roles.includes(person.role)),
  ).length;
const OBJECTS = ['SMUGGLED_MIGRANT', 'TRAFFICKING_VICTIM'];

it('gives the owner exactly what the cases hold', async () => {
  for (const { code, smugglingCaseFigures } of await figuresOf('USA', ...NATIONALITIES)) {
    expect(smugglingCaseFigures.cases.value).toBe(concerned(cases, code, OBJECTS));
    expect(smugglingCaseFigures.casesWithIdentifiedVictims.value).toBe(concerned(cases, code, ['TRAFFICKING_VICTIM']));
  }
});

it('leaves cases under H2 or RED out for others, and suppresses victims under 10', async () => {
  const countable = cases.filter(({ handlingCode, tlp }) => handlingCode !== 'H2' && tlp !== 'RED');
  expect(countable.length).toBeLessThan(cases.length);
  const shown = await figuresOf('PAN', ...NATIONALITIES);
  for (const { code, smugglingCaseFigures } of shown) {
    const victims = concerned(countable, code, ['TRAFFICKING_VICTIM']);
    expect(smugglingCaseFigures.cases).toMatchObject({ value: concerned(countable, code, OBJECTS), state: 'VALUE' });
    expect(smugglingCaseFigures.casesWithIdentifiedVictims).toMatchObject(
      victims < 10 ? { value: null, state: 'SUPPRESSED' } : { value: victims, state: 'VALUE' },
    );
  }
  const states = shown.map(
    ({ smugglingCaseFigures: { casesWithIdentifiedVictims } }) => casesWithIdentifiedVictims.state,
  );
  expect(new Set(states)).toEqual(new Set(['VALUE', 'SUPPRESSED']));
});

it('shows others no zero of victims, and the owner a true one', async () => {
  const [others] = await figuresOf('COL', 'FRA');
  expect(others.smugglingCaseFigures).toMatchObject({
    cases: { value: 0, state: 'ZERO' },
    casesWithIdentifiedVictims: { value: null, state: 'SUPPRESSED' },
  });
  const [owner] = await figuresOf('USA', 'FRA');
  expect(owner.smugglingCaseFigures.casesWithIdentifiedVictims).toMatchObject({ value: 0, state: 'ZERO' });
});

it('says SYNTHETIC of every figure', async () => {
  for (const { smugglingCaseFigures } of await figuresOf('PAN', ...NATIONALITIES)) {
    expect(smugglingCaseFigures.dataset).toMatch(/^SYNTHETIC/);
    expect(smugglingCaseFigures.cases).toMatchObject({ unit: 'CASES', dataset: expect.stringMatching(/^SYNTHETIC/) });
    expect(smugglingCaseFigures.casesWithIdentifiedVictims.countingParty).toBe('USA: SYNTHETIC');
  }
});

it('knows no nationality and no place outside the code lists', async () => {
  expect(await figuresOf('USA', 'XXX', 'US', '')).toEqual([null, null, null]);
  const { data } = await domain.ask(`{ _entities(representations: [
    { __typename: "Place", code: "PA-5" }, { __typename: "Place", code: "PA-99" }
  ]) { ... on Place { code name } } }`);
  expect(data?._entities).toEqual([{ code: 'PA-5', name: 'Darién' }, null]);
});
