import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { jointProtection } from './index';

let domain: OpenDomain;
beforeAll(async () => {
  domain = await openDomain(jointProtection, 0.005);
});
afterAll(() => domain.close());

const COUNT = 'count { value state countingParty definition coverageFrom coverageTo source dataset note }';
const asked = async (query: string): Promise<any> => {
  const { data, errors } = await domain.ask(query);
  expect(errors).toBeUndefined();
  return data;
};

describe('deathsAndMissing', () => {
  it('gives each party its own figure, and adds none', async () => {
    const { deathsAndMissing } = await asked(`{ deathsAndMissing { period measure ${COUNT} } }`);
    expect(
      deathsAndMissing.map(({ period, measure, count }: any) => [period, measure, count.value, count.countingParty]),
    ).toEqual([
      ['2024', 'DEAD_OR_MISSING', 173, 'IOM'],
      ['2024', 'DEATHS', 55, 'PAN: authorities, as printed by the press'],
      ['2024', 'ABANDONED_CHILDREN', 180, 'PAN: authorities, as printed by the press'],
      ['2022', 'DEATHS', 36, 'IOM'],
      ['2024-01..08', 'DEATHS', 42, 'PAN: SNM'],
    ]);
    const [iom] = deathsAndMissing;
    expect(iom.count).toMatchObject({ coverageFrom: '2024-01', coverageTo: '2024-11' });
    expect(deathsAndMissing.every(({ count }: any) => count.source && !/SYNTHETIC/.test(count.dataset))).toBe(true);
  });
});

describe('protectionReconciliations', () => {
  it('sets two parties side by side, says why they cannot be compared, and draws no difference', async () => {
    const { protectionReconciliations: rows } = await asked(/* GraphQL */ `{
      protectionReconciliations {
        flow period comparability
        first { value countingParty coverageFrom coverageTo definition }
        second { value countingParty coverageFrom coverageTo definition }
        revisionsOfFirst { value } revisionsOfSecond { value }
        difference { value state }
        knownReasons { reason textEn textEs }
      }
    }`);
    expect(rows.map(({ flow, first, second }: any) => [flow, first.value, first.countingParty, second.value])).toEqual([
      ['DEATHS_IN_THE_DARIEN', 173, 'IOM', 55],
      ['UNACCOMPANIED_AND_SEPARATED_CHILDREN', 4_476, 'UNICEF Panama', 133],
    ]);
    for (const { first, second, difference, comparability, period, knownReasons } of rows) {
      expect([period, comparability, difference]).toEqual([
        '2024',
        'NOT_COMPARABLE',
        { value: null, state: 'NOT_APPLICABLE' },
      ]);
      expect(knownReasons.map(({ reason }: any) => reason)).toEqual(['DEFINITION_DIFFERS', 'PERIOD_DIFFERS']);
      expect(first.definition).not.toBe(second.definition);
      expect([first.coverageFrom, first.coverageTo]).not.toEqual([second.coverageFrom, second.coverageTo]);
    }
    expect(JSON.stringify(rows)).not.toMatch(/"value":(118|4343)/);
  });
});

describe('humanitarianAssistanceFigures', () => {
  it('gives words as what they are: no number', async () => {
    const { humanitarianAssistanceFigures: figures } = await asked(
      `{ humanitarianAssistanceFigures { measure ${COUNT} } }`,
    );
    expect(figures.at(-1)).toMatchObject({
      measure: 'MENTAL_HEALTH_CONSULTATIONS',
      count: { value: null, state: 'NOT_PUBLISHED', note: 'Printed as "almost 3000", which is no number.' },
    });
  });
});

describe('humanitarianAssistanceByMonth', () => {
  it('says of a month within a wider figure which figure that is, and computes nothing', async () => {
    const { humanitarianAssistanceByMonth: months } = await asked(
      '{ humanitarianAssistanceByMonth(from: "2024-02", to: "2024-03") { sexualViolencePatients { value state note } } }',
    );
    expect(months.map(({ sexualViolencePatients: patients }: any) => patients)).toEqual([
      {
        value: null,
        state: 'NOT_PUBLISHED',
        note: 'No figure of this month is published; it lies within the figure of 2024-01..02.',
      },
      { value: null, state: 'NOT_PUBLISHED', note: null },
    ]);
  });

  it.each([
    ['2024-03', '2024-02'],
    ['2000-01', '2024-02'],
  ])('refuses the months %s to %s', async (from, to) => {
    const { errors } = await domain.ask(`{ humanitarianAssistanceByMonth(from: "${from}", to: "${to}") { month } }`);
    expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  });
});

describe('unaccompaniedChildrenByQuarter', () => {
  it('has a row for each quarter and party, and never mixes two definitions', async () => {
    const { unaccompaniedChildrenByQuarter: rows } = await asked(
      `{ unaccompaniedChildrenByQuarter(from: 2024, to: 2024) { quarter ${COUNT} } }`,
    );
    expect(rows.map(({ quarter, count }: any) => `${quarter} ${count.countingParty} ${count.value}`)).toEqual([
      '2024-Q1 UNICEF Panama 1216',
      '2024-Q1 PAN: SNM null',
      ...['2024-Q2', '2024-Q3', '2024-Q4'].flatMap((quarter) => [
        `${quarter} UNICEF Panama null`,
        `${quarter} PAN: SNM null`,
      ]),
    ]);
    expect(rows[0].count).toMatchObject({ coverageFrom: '2024-01', coverageTo: '2024-03' });
  });

  it('refuses years that are none', async () => {
    const { errors } = await domain.ask('{ unaccompaniedChildrenByQuarter(from: 2024, to: 2023) { quarter } }');
    expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  });
});
