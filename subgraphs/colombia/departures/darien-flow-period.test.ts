import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { colombiaDepartures } from './index';

let domain: OpenDomain;
beforeAll(async () => {
  domain = await openDomain(colombiaDepartures, 1);
});
afterAll(() => domain.close());

const QUERY = /* GraphQL */ `
  query Periods($representations: [_Any!]!) {
    _entities(representations: $representations) {
      ... on DarienFlowPeriod {
        period
        departures { series scope nationality { code } sexAgeGroup count { value } }
        difference { colombiaMinusPanama state colombiaSeries colombiaScope panamaSeries reasons note }
      }
    }
  }
`;

/** Asks as the gateway does: the period's key, and Panama's count as Panama answered it. */
async function period(key: string, panama?: unknown): Promise<any> {
  const { data, errors } = await domain.ask(QUERY, {
    representations: [{ __typename: 'DarienFlowPeriod', period: key, registeredEntries: panama }],
  });
  expect(errors).toBeUndefined();
  return data?._entities[0];
}

describe('mirrorPeriods', () => {
  it("are the periods that stand beside Panama's, the reverse flow not among them", async () => {
    const { data } = await domain.ask('{ mirrorPeriods { period } }');
    expect(data?.mirrorPeriods.map((row: any) => row.period)).toEqual(['2023', '2023-08', '2024-01..2024-07', '2024']);
  });
});

describe('DarienFlowPeriod.departures', () => {
  it('sets every count of the period side by side', async () => {
    const { departures } = await period('2024');
    expect(departures).toHaveLength(10);
    expect(departures[0]).toEqual({
      series: 'DEFENSORIA',
      scope: 'whole Urabá-Darién',
      nationality: null,
      sexAgeGroup: null,
      count: { value: 400612 },
    });
  });

  it('is empty where Colombia holds nothing', async () => {
    expect((await period('2022')).departures).toEqual([]);
  });
});

describe('DarienFlowPeriod.difference', () => {
  it.each([
    ['2023', 520085, 19874, 'MIGRACION_COLOMBIA'],
    ['2023-08', 81946, -3432, 'MIGRACION_COLOMBIA'],
    ['2024-01..2024-07', 221582, 40393, 'MIGRACION_COLOMBIA'],
    ['2024', 302203, 98409, 'DEFENSORIA'],
  ])('of %s, when Panama counts %i, is %i', async (key, value, colombiaMinusPanama, colombiaSeries) => {
    const { difference } = await period(key, { value, state: 'VALUE' });
    expect(difference).toMatchObject({
      colombiaMinusPanama,
      colombiaSeries,
      state: 'VALUE',
      panamaSeries: 'PAN: SNM, registered arrivals',
    });
    expect(difference.reasons.length).toBeGreaterThanOrEqual(3);
    expect(difference.note).toContain('not an error');
  });

  it('says when the Colombian figure covers less than the whole', async () => {
    const { difference } = await period('2023-08', { value: 81946, state: 'VALUE' });
    expect(difference.colombiaScope).toBe('of which Necoclí and Turbo');
    expect(difference.reasons.at(-1)).toContain('Necoclí and Turbo only');
    expect((await period('2023', { value: 520085, state: 'VALUE' })).difference.reasons).toHaveLength(4);
  });

  it('is a zero when both count the same', async () => {
    expect((await period('2023', { value: 539959, state: 'VALUE' })).difference).toMatchObject({
      colombiaMinusPanama: 0,
      state: 'ZERO',
    });
  });

  it.each([
    ["Panama's state", '2023', { value: null, state: 'NOT_PUBLISHED' }, 'NOT_PUBLISHED'],
    ["Panama's suppression", '2023', { value: null, state: 'SUPPRESSED' }, 'SUPPRESSED'],
    ['an outage when no count arrived', '2023', null, 'OUTAGE'],
    ['an outage when the count has another form', '2023', { value: 'many', state: 'VALUE' }, 'OUTAGE'],
    ['that Colombia holds nothing', '2022', { value: 248284, state: 'VALUE' }, 'NOT_PUBLISHED'],
  ])('is null and says %s', async (_, key, panama, state) => {
    expect((await period(key, panama)).difference).toMatchObject({ colombiaMinusPanama: null, state });
  });

  it.each(['2024-13', '2024-02..2024-01', 'soon'])('has no period %s', async (key) => {
    expect(await period(key)).toBeNull();
  });
});
