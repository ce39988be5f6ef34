import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { colombiaDepartures } from './index';

let domain: OpenDomain;
beforeAll(async () => {
  domain = await openDomain(colombiaDepartures, 1);
});
afterAll(() => domain.close());

const QUERY = /* GraphQL */ `
  query Departures($from: Int!, $to: Int!) {
    urabaDepartures(from: $from, to: $to) {
      period series scope direction sexAgeGroup
      nationality { code }
      count { value state unit countingParty definition note coverageFrom coverageTo source }
    }
  }
`;

async function departures(from: number, to = from): Promise<any[]> {
  const { data, errors } = await domain.ask(QUERY, { from, to });
  expect(errors).toBeUndefined();
  return data?.urabaDepartures;
}

describe('urabaDepartures', () => {
  it('answers the three northward figures of Migración Colombia for everyone in 2023', async () => {
    const everyone = (await departures(2023)).filter(
      ({ nationality, count }) => nationality === null && count.state === 'VALUE',
    );
    expect(everyone.map(({ period, scope, count }) => [period, scope, count.value])).toEqual([
      ['2023', 'whole Urabá-Darién', 539959],
      ['2023', 'of which Necoclí and Turbo', 445380],
      ['2023-08', 'of which Necoclí and Turbo', 78514],
    ]);
    expect(everyone[0]).toMatchObject({
      series: 'MIGRACION_COLOMBIA',
      direction: 'NORTH',
      count: { unit: 'DETECTIONS', countingParty: 'COL: Migración Colombia' },
    });
  });

  it('answers 2023 by nationality through Necoclí and Turbo only', async () => {
    const rows = (await departures(2023)).filter(({ nationality }) => nationality !== null);
    expect(rows.map(({ nationality, count }) => [nationality.code, count.value])).toEqual([
      ['VEN', 298356],
      ['ECU', 49079],
      ['HTI', 42737],
      ['CHN', 22587],
      ['AFG', 2962],
      ['CHL', 2440],
      ['IND', 1653],
    ]);
    expect(new Set(rows.map(({ scope }) => scope))).toEqual(new Set(['of which Necoclí and Turbo']));
  });

  it('keeps the two series of 2024 apart', async () => {
    const rows = (await departures(2024)).filter(
      ({ nationality, sexAgeGroup }) => nationality === null && sexAgeGroup === null,
    );
    expect(rows.map(({ period, series, count }) => [period, series, count.value])).toEqual([
      ['2024-01..07', 'MIGRACION_COLOMBIA', 261975],
      ['2024', 'DEFENSORIA', 400612],
      ['2024', 'MIGRACION_COLOMBIA', null],
    ]);
    expect(rows[0].count).toMatchObject({ coverageFrom: '2024-01', coverageTo: '2024-07' });
  });

  it('keeps women, men and children of 2024 as printed, and says that they do not sum', async () => {
    const rows = (await departures(2024)).filter(({ sexAgeGroup }) => sexAgeGroup !== null);
    expect(rows.map(({ sexAgeGroup, count }) => [sexAgeGroup, count.value])).toEqual([
      ['WOMEN', 126151],
      ['MEN', 195369],
      ['CHILDREN_ADOLESCENTS_AND_YOUTH', 72092],
    ]);
    expect(rows.every(({ count }) => count.note.includes('7000 short of the printed total 400612'))).toBe(true);
    expect(400612 - rows.reduce((sum, { count }) => sum + count.value, 0)).toBe(7000);
  });

  it('answers the reverse flow of 2025 as southward', async () => {
    const south = (await departures(2025)).filter(({ direction }) => direction === 'SOUTH');
    expect(south).toMatchObject([
      {
        period: '2025-01-01..11-15',
        scope: 'La Miel-Capurganá',
        count: { value: 19134, coverageFrom: '2025-01-01', coverageTo: '2025-11-15' },
      },
    ]);
  });

  it('answers a row for each body without a figure for the year', async () => {
    expect(
      (await departures(2022)).map(({ period, series, count }) => [period, series, count.value, count.state]),
    ).toEqual([
      ['2022', 'MIGRACION_COLOMBIA', null, 'NOT_PUBLISHED'],
      ['2022', 'DEFENSORIA', null, 'NOT_PUBLISHED'],
    ]);
  });

  it("publishes none of Panama's figures", async () => {
    const values = (await departures(2023, 2025)).map(({ count }) => count.value);
    expect(values.filter((value) => [520085, 302203, 328650, 81946, 221582, 19874].includes(value))).toEqual([]);
  });

  it.each([
    [2024, 2023],
    [1950, 2000],
    [1800, 1801],
  ])('refuses %i to %i', async (from, to) => {
    const { errors } = await domain.ask(QUERY, { from, to });
    expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  });
});

describe('Nationality.urabaDepartures', () => {
  it('is the count of the body that printed the nationality that year', async () => {
    const { data } = await domain.ask(
      /* GraphQL */ `
      query Nationalities($representations: [_Any!]!) {
        _entities(representations: $representations) {
          ... on Nationality { code y2022: urabaDepartures(year: 2022) { ...c } y2023: urabaDepartures(year: 2023) { ...c } y2024: urabaDepartures(year: 2024) { ...c } }
        }
      }
      fragment c on Count { value state countingParty definition }
    `,
      { representations: ['VEN', 'COL', 'xx'].map((code) => ({ __typename: 'Nationality', code })) },
    );
    const [venezuela, colombia, unknown] = data?._entities ?? [];
    expect(venezuela.y2023).toMatchObject({ value: 298356, countingParty: 'COL: Migración Colombia' });
    expect(venezuela.y2023.definition).toContain('Scope: of which Necoclí and Turbo.');
    expect(venezuela.y2024).toMatchObject({ value: 302185, countingParty: 'COL: Defensoría del Pueblo' });
    expect(colombia).toMatchObject({
      y2023: { value: null, state: 'NOT_PUBLISHED' },
      y2024: { value: 17529 },
      y2022: { state: 'NOT_PUBLISHED' },
    });
    expect(unknown).toBeNull();
  });
});
