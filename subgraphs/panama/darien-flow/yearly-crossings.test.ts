import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { panamaDarienFlow } from './index';

let domain: OpenDomain;
beforeAll(async () => {
  domain = await openDomain(panamaDarienFlow, 0.005);
});
afterAll(() => domain.close());

const QUERY = /* GraphQL */ `
  query Years($from: Int!, $to: Int!, $direction: Direction! = NORTH) {
    darienCrossingsByYear(from: $from, to: $to, direction: $direction) {
      year
      direction
      count { value state note countingParty unit source }
      byNationality { publishedGroup nationalities { code } count { value state note coverageTo source } }
      otherPublications { publishedGroup count { value coverageFrom coverageTo note } }
    }
  }
`;

async function years(variables: Record<string, unknown>): Promise<any[]> {
  const { data, errors } = await domain.ask(QUERY, variables);
  expect(errors).toBeUndefined();
  return data?.darienCrossingsByYear;
}

describe('darienCrossingsByYear', () => {
  it('answers the published totals as counts of SNM', async () => {
    const rows = await years({ from: 2021, to: 2024 });
    expect(rows.map(({ year, count }) => [year, count.value])).toEqual([
      [2021, 133726],
      [2022, 248284],
      [2023, 520085],
      [2024, 302203],
    ]);
    expect(rows[0].count).toMatchObject({ countingParty: 'PAN: SNM', unit: 'REGISTERED_ENTRIES', state: 'VALUE' });
  });

  it('sums by nationality to the total but in 2016, 2017 and 2018, where the note says by how much', async () => {
    const rows = await years({ from: 2010, to: 2022 });
    const differing = rows
      .map(({ year, count, byNationality }) => [
        year,
        byNationality.reduce((sum: number, cell: any) => sum + (cell.count.value ?? 0), 0) - count.value,
      ])
      .filter(([, difference]) => difference !== 0);
    expect(differing).toEqual([
      [2016, 5],
      [2017, -4],
      [2018, -1],
    ]);
    expect(rows.filter(({ count }) => count.note?.includes('as published')).map(({ year }) => year)).toEqual([
      2016, 2017, 2018,
    ]);
  });

  it('takes the full year 2023 by nationality from the snapshot of 31 December, and says which five were printed', async () => {
    const [row] = await years({ from: 2023, to: 2023 });
    const printed = row.byNationality.filter((cell: any) => cell.count.state === 'VALUE');
    expect(printed.map((cell: any) => [cell.publishedGroup, cell.count.value])).toEqual([
      ['VEN', 328650],
      ['ECU', 57250],
      ['COL', 18841],
      ['CHN', 25565],
      ['HTI', 46422],
    ]);
    expect(printed[0].count.note).toContain('Only VEN, ECU, HTI, CHN, COL were printed');
    expect(printed[0].count.source).toBe('https://scalabrinianas.org/?p=27325');
  });

  it('keeps January to August 2023 apart as a part of the year', async () => {
    const [row] = await years({ from: 2023, to: 2023 });
    const partial = row.otherPublications.filter((cell: any) => cell.count.note.startsWith('Part of a year'));
    expect(partial).toHaveLength(10);
    expect(
      partial.every((cell: any) => cell.count.coverageFrom === '2023-01' && cell.count.coverageTo === '2023-08'),
    ).toBe(true);
    expect(partial.reduce((sum: number, cell: any) => sum + cell.count.value, 0)).toBe(333704);
  });

  it('gives 2024 by nationality as year-to-date figures only', async () => {
    const [row] = await years({ from: 2024, to: 2024 });
    expect(new Set(row.byNationality.map((cell: any) => cell.count.state))).toEqual(new Set(['NOT_PUBLISHED']));
    const venezuela = row.otherPublications.filter((cell: any) => cell.publishedGroup === 'VEN');
    expect(venezuela.at(-1).count).toMatchObject({
      value: 209070,
      coverageFrom: '2024-01-01',
      coverageTo: '2024-12-24',
    });
  });

  it('names the members of a merged group, none of OTHER, and never turns a blank into a zero', async () => {
    const [row] = await years({ from: 2010, to: 2010 });
    const cells = new Map<string, any>(row.byNationality.map((cell: any) => [cell.publishedGroup, cell]));
    expect(cells.get('HTI+BRA+CHL').nationalities).toEqual([{ code: 'HTI' }, { code: 'BRA' }, { code: 'CHL' }]);
    expect(cells.get('HTI+BRA+CHL').count).toMatchObject({ value: 0, state: 'ZERO' });
    expect(cells.get('OTHER').nationalities).toEqual([]);
    expect(cells.get('VEN').count).toMatchObject({ value: null, state: 'NOT_PUBLISHED' });
  });

  it('answers a row for a year without data, and for the southward flow', async () => {
    const [year] = await years({ from: 2009, to: 2009 });
    expect(year.count).toMatchObject({ value: null, state: 'NOT_PUBLISHED' });
    const [south] = await years({ from: 2023, to: 2023, direction: 'SOUTH' });
    expect(south).toMatchObject({
      direction: 'SOUTH',
      count: { value: null, state: 'NOT_PUBLISHED' },
      otherPublications: [],
    });
    expect(south.byNationality.every((cell: any) => cell.count.value === null)).toBe(true);
  });

  it.each([
    { from: 2024, to: 2023 },
    { from: 1950, to: 2000 },
    { from: 1800, to: 1801 },
  ])('refuses %j', async (variables) => {
    const { errors } = await domain.ask(QUERY, variables);
    expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  });
});
