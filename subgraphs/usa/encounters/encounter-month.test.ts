import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { usaEncounters } from './index';

let domain: OpenDomain;
beforeAll(async () => {
  domain = await openDomain(usaEncounters, 1);
});
afterAll(() => domain.close());

const QUERY = /* GraphQL */ `
  query Months($from: YearMonth!, $to: YearMonth!, $back: Int!) {
    usaEncountersByMonth(from: $from, to: $to) {
      month
      encounters { value state unit coverageFrom coverageTo definition }
      title42Expulsions { value state }
      encountersOfOneNationality { value state }
      newCourtCases { value state unit note }
      earlierDarienFlow(months: $back) { monthsEarlier period { period } }
    }
  }
`;

const ask = (from: string, to: string, back = 3) => domain.ask(QUERY, { from, to, back });
const rows = async (from: string, to: string): Promise<any[]> => (await ask(from, to)).data?.usaEncountersByMonth;

describe('usaEncountersByMonth', () => {
  it('has every month that is held, encounters to August 2022 and court cases to September 2022', async () => {
    const held = await rows('2019-10', '2022-09');
    expect(held).toHaveLength(36);
    const sum = (field: string) => held.reduce((total, row) => total + (row[field].value ?? 0), 0);
    expect([sum('encounters'), sum('newCourtCases')]).toEqual([2_796_754, 1_521_835]);
    expect(held[0]).toMatchObject({
      encounters: { value: 61_159, unit: 'ENCOUNTERS' },
      newCourtCases: { value: 79_571 },
    });
    expect(held.at(-1)).toMatchObject({
      encounters: { value: null, state: 'NOT_PUBLISHED' },
      newCourtCases: { value: 65_717, unit: 'CASES' },
    });
  });

  it('never lets court cases pass for encounters, and says that Title 42 is left out', async () => {
    const [row] = await rows('2022-03', '2022-03');
    expect(row.encounters).toMatchObject({ value: 136_827, coverageFrom: '2022-03', coverageTo: '2022-03' });
    expect(row.encounters.definition).toContain('Title 42 expulsions are left out');
    expect(row.newCourtCases.note).toContain('No encounters');
  });

  it('has a row for every month without data, and never a zero', async () => {
    const absent = await rows('2022-10', '2024-12');
    expect(absent).toHaveLength(27);
    for (const row of [...absent, ...(await rows('2019-01', '2019-09'))])
      expect(row).toMatchObject({
        encounters: { value: null, state: 'NOT_PUBLISHED' },
        newCourtCases: { value: null, state: 'NOT_PUBLISHED' },
      });
  });

  it('has no month by nationality, and none of Title 42', async () => {
    for (const row of await rows('2021-01', '2022-12'))
      expect([row.title42Expulsions.state, row.encountersOfOneNationality.state]).toEqual([
        'NOT_PUBLISHED',
        'NOT_PUBLISHED',
      ]);
  });

  it('names the months before, over the turn of a year', async () => {
    const [row] = await rows('2022-02', '2022-02');
    expect(row.earlierDarienFlow).toEqual([
      { monthsEarlier: 1, period: { period: '2022-01' } },
      { monthsEarlier: 2, period: { period: '2021-12' } },
      { monthsEarlier: 3, period: { period: '2021-11' } },
    ]);
  });

  it.each([
    ['months out of order', '2022-02', '2022-01', 3],
    ['more than ten years', '2012-09', '2022-09', 3],
    ['no month back', '2022-01', '2022-01', 0],
    ['more than a year back', '2022-01', '2022-01', 13],
  ])('refuses %s', async (_, from, to, back) => {
    const { data, errors } = await ask(from, to, back);
    expect(errors?.[0]?.extensions?.code).toBe('BAD_INPUT');
    expect(data?.usaEncountersByMonth?.[0].earlierDarienFlow ?? null).toBeNull();
  });
});
