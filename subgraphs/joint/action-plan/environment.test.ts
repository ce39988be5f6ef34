import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { jointActionPlan } from './index';

let domain: OpenDomain;
beforeEach(async () => {
  domain = await openDomain(jointActionPlan, 1);
});
afterEach(() => domain.close());

const COMMUNITIES = /* GraphQL */ `{
  communityEnvironment {
    community { code name country }
    waste { value state countingParty unit dataset note }
    waterTests { state site { code } contributedBy dataset testedOn parameter value limit }
    investments { state community { code } contributedBy dataset purpose amount currency committedOn }
  }
}`;
const TEST = {
  site: 'PA-EM:BAJO_CHIQUITO',
  testedOn: '2025-12-01',
  parameter: 'TURBIDITY_NTU',
  value: 7.25,
  limit: 5,
  clientKey: 'key-1',
};
const INVESTMENT = {
  community: 'PA-EM:BAJO_CHIQUITO',
  purpose: 'WATER_AND_SANITATION',
  amount: 120_000.55,
  currency: 'USD',
  committedOn: '2025-11-03',
  clientKey: 'key-1',
};

const communities = async (): Promise<any[]> => (await domain.ask(COMMUNITIES)).data?.communityEnvironment;
const bajoChiquito = async () => (await communities()).find(({ community }) => community.code === TEST.site);
const reportTest = (changes: object = {}, party = 'PAN') =>
  domain.ask(
    'mutation ($input: WaterTestInput!) { reportWaterTest(input: $input) { state site { code } contributedBy value limit } }',
    { input: { ...TEST, ...changes } },
    { party },
  );
const reportInvestment = (changes: object = {}) =>
  domain.ask(
    'mutation ($input: CommunityInvestmentInput!) { reportCommunityInvestment(input: $input) { state amount currency } }',
    { input: { ...INVESTMENT, ...changes } },
    { party: 'PAN' },
  );
const codeOf = ({ errors }: { errors?: readonly { extensions?: { code?: unknown } }[] }) =>
  errors?.[0]?.extensions?.code;

describe('environmentFacts', () => {
  it('are exactly what is printed, each with its source', async () => {
    const { data } = await domain.ask(/* GraphQL */ `{
      environmentFacts { measure figure { value state unit coverageFrom coverageTo source countingParty } }
    }`);
    expect(
      data?.environmentFacts.map(({ measure, figure }: any) => [
        measure,
        figure.value,
        figure.unit,
        figure.coverageFrom,
        figure.coverageTo,
      ]),
    ).toEqual([
      ['WASTE_LEFT', 2500, 'TONNES', '2021', '2024'],
      ['CLEAN_UP_COST', 12_000_000, 'US_DOLLARS', '2021', '2024'],
      ['WASTE_PER_PERSON', 20, 'POUNDS_PER_PERSON', '2023', '2023'],
      ['RESTORATION_COST', 11_912_087.54, 'US_DOLLARS', '2023', '2023'],
      ['WASTE_COLLECTION_COST', 583_393.01, 'US_DOLLARS', '2023', '2023'],
      ['WATER_BODIES_COST', 265_629.35, 'US_DOLLARS', '2023', '2023'],
      ['NATIONAL_PARK_AREA', 579_000, 'HECTARES', null, null],
    ]);
    const file = readFileSync(path.join(__dirname, 'data', 'environment_facts.csv'), 'utf8');
    for (const { figure } of data?.environmentFacts ?? []) {
      expect(file).toContain(figure.source);
      expect(figure.countingParty).toContain(new URL(figure.source).hostname.replace('www.', ''));
      expect(figure.state).toBe('VALUE');
    }
  });
});

describe('communityEnvironment', () => {
  it('has a row for each community, and says of every gap that it is one', async () => {
    const rows = await communities();
    expect(rows.map(({ community }) => community.country)).toEqual(['COL', 'COL', 'COL', 'COL', 'PAN', 'PAN', 'PAN']);
    for (const { community, waste, waterTests, investments } of rows) {
      expect([waste.value, waste.state]).toEqual([null, 'NOT_PUBLISHED']);
      const gap = { state: 'UNKNOWN', contributedBy: community.country };
      expect(waterTests).toEqual([
        {
          ...gap,
          site: { code: community.code },
          dataset: 'No test of water is held',
          testedOn: null,
          parameter: null,
          value: null,
          limit: null,
        },
      ]);
      expect(investments).toEqual([expect.objectContaining({ ...gap, amount: null, currency: null })]);
    }
  });

  it('has what was reported in place of the gap, by its party, once for a key', async () => {
    const { errors } = await reportTest();
    expect(errors).toBeUndefined();
    await Promise.all([reportTest(), reportTest(), reportInvestment(), reportInvestment()]);
    const { waterTests, investments } = await bajoChiquito();
    expect(waterTests).toEqual([
      expect.objectContaining({
        state: 'VALUE',
        contributedBy: 'PAN',
        testedOn: '2025-12-01',
        parameter: 'TURBIDITY_NTU',
        value: 7.25,
        limit: 5,
      }),
    ]);
    expect(investments).toEqual([expect.objectContaining({ amount: 120_000.55, currency: 'USD', state: 'VALUE' })]);
  });

  it('has the tests of two parties side by side, under the same key too', async () => {
    await reportTest();
    await reportTest({ value: 9, testedOn: '2025-12-02' }, 'USA');
    const { waterTests } = await bajoChiquito();
    expect(waterTests.map(({ contributedBy, value }: any) => [contributedBy, value])).toEqual([
      ['PAN', 7.25],
      ['USA', 9],
    ]);
  });

  it('refuses another input under a used key', async () => {
    await reportTest();
    expect(codeOf(await reportTest({ value: 8 }))).toBe('BAD_INPUT');
    expect(codeOf(await reportTest({ site: 'PA-EM:CANAAN_MEMBRILLO' }))).toBe('BAD_INPUT');
  });

  it.each<[string, object]>([
    ['a place that is no community of the plan', { site: 'PA-8' }],
    ['a test of tomorrow', { testedOn: '2026-01-16' }],
    ['a test of a month', { testedOn: '2025-12' }],
    ['a negative value', { value: -1 }],
    ['a negative limit', { limit: -1 }],
    ['a key with a space', { clientKey: 'a b' }],
  ])('refuses %s', async (_, changes) => {
    expect(codeOf(await reportTest(changes))).toBe('BAD_INPUT');
  });

  it.each<[string, object]>([
    ['an amount finer than hundredths', { amount: 1.005 }],
    ['no amount', { amount: 0 }],
    ['an amount beyond all measure', { amount: 1e14 }],
    ['an unknown community', { community: 'PA-9' }],
    ['a day to come', { committedOn: '2026-02-01' }],
  ])('refuses %s', async (_, changes) => {
    expect(codeOf(await reportInvestment(changes))).toBe('BAD_INPUT');
  });
});
