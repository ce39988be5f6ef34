import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { panamaDarienFlow } from './index';

let domain: OpenDomain;
beforeAll(async () => {
  domain = await openDomain(panamaDarienFlow, 0.005);
});
afterAll(() => domain.close());

const QUERY = /* GraphQL */ `
  query Months($from: YearMonth!, $to: YearMonth!, $direction: Direction! = NORTH) {
    darienCrossingsByMonth(from: $from, to: $to, direction: $direction) {
      month
      throughMonth
      count { value state status note asOf source coverageFrom coverageTo }
      revisions { value status asOf }
      byNationality { publishedGroup count { value state note } }
    }
  }
`;

async function months(from: string, to = from, direction = 'NORTH'): Promise<any[]> {
  const { data, errors } = await domain.ask(QUERY, { from, to, direction });
  expect(errors).toBeUndefined();
  return data?.darienCrossingsByMonth;
}

const sumOfFirst = (rows: any[]) => rows.reduce((sum, { count }) => sum + count.value, 0);

describe('darienCrossingsByMonth', () => {
  it.each([
    ['2020', 6465],
    ['2021', 133726],
    ['2022', 248284],
    ['2023', 520085],
  ])('sums to the annual total of %s', async (year, total) => {
    expect(sumOfFirst(await months(`${year}-01`, `${year}-12`))).toBe(total);
  });

  it('sums to the annual total of 2024 with the January figure that a later release replaced', async () => {
    expect(sumOfFirst(await months('2024-01', '2024-12')) - 34839 + 36001).toBe(302203);
  });

  it.each([
    [
      '2024-01',
      [
        [36001, 'PROVISIONAL'],
        [34839, 'REVISED'],
      ],
    ],
    [
      '2024-02',
      [
        [37165, 'PROVISIONAL'],
        [37166, 'REVISED'],
      ],
    ],
    [
      '2024-03',
      [
        [35903, 'PROVISIONAL'],
        [36841, 'REVISED'],
      ],
    ],
    ['2024-04', [[29259, 'PROVISIONAL']]],
  ])('lists the revisions of %s in the order of publication, the latest as its count', async (month, revisions) => {
    const [row] = await months(month);
    expect(row.revisions.map(({ value, status }: any) => [value, status])).toEqual(revisions);
    expect([row.count.value, row.count.status]).toEqual(revisions.at(-1));
  });

  it('dates the revisions of March 2024', async () => {
    const [march] = await months('2024-03');
    expect(march.revisions.map(({ asOf }: any) => asOf)).toEqual(['2024-03-31', '2024-08']);
  });

  it('answers September and October 2023 as the one row that was published', async () => {
    const rows = await months('2023-08', '2023-11');
    expect(rows.map(({ month, throughMonth, count }) => [month, throughMonth, count.value])).toEqual([
      ['2023-08', '2023-08', 81946],
      ['2023-09', '2023-10', 124524],
      ['2023-11', '2023-11', 37231],
    ]);
    expect(rows[1].count).toMatchObject({ coverageFrom: '2023-09', coverageTo: '2023-10' });
    expect(await months('2023-10')).toMatchObject([{ month: '2023-09', count: { value: 124524 } }]);
  });

  it('says of a derived figure how it was derived', async () => {
    const [row] = await months('2022-11');
    expect(row.count).toMatchObject({ value: 16632, source: null });
    expect(row.count.note).toContain('Derived: annual 248284 minus the other 11 months');
  });

  it('tells a month in which no one crossed from a month that no source holds', async () => {
    const [april] = await months('2020-04');
    expect(april.count).toMatchObject({ value: 0, state: 'ZERO' });
    const [january, february] = await months('2025-01', '2025-02');
    expect(january.count).toMatchObject({ value: 2158, state: 'VALUE' });
    expect(february).toMatchObject({ month: '2025-02', count: { value: null, state: 'NOT_PUBLISHED' }, revisions: [] });
  });

  it('publishes no southward months', async () => {
    const rows = await months('2025-01', '2025-03', 'SOUTH');
    expect(rows.map(({ count }) => count.state)).toEqual(['NOT_PUBLISHED', 'NOT_PUBLISHED', 'NOT_PUBLISHED']);
  });

  it.each([
    ['2024-02', '2024-01'],
    ['1990-01', '2024-12'],
  ])('refuses %s to %s', async (from, to) => {
    const { errors } = await domain.ask(QUERY, { from, to });
    expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  });
});

describe('MonthlyCrossings.byNationality', () => {
  it('sums to 22,822 in July 2022, the last month of the table', async () => {
    const [row] = await months('2022-07');
    expect(row.byNationality.map(({ publishedGroup, count }: any) => [publishedGroup, count.value])).toEqual([
      ['VEN', 17066],
      ['HTI+BRA+CHL', 1245],
      ['ECU', 883],
      ['CUB', 574],
      ['COL', 407],
      ['CHN', 85],
      ['IND', 431],
      ['AFG', 162],
      ['BGD', 236],
      ['OTHER', 1733],
    ]);
    expect(row.byNationality.reduce((sum: number, { count }: any) => sum + count.value, 0)).toBe(22822);
  });

  it('sums to the total of every month from January 2020 to July 2022', async () => {
    for (const row of await months('2020-01', '2022-07')) {
      expect([
        row.month,
        row.byNationality.reduce((sum: number, { count }: any) => sum + (count.value ?? 0), 0),
      ]).toEqual([row.month, row.count.value]);
    }
  });

  it('holds Venezuela until June 2023, and a row NOT_PUBLISHED for every other group', async () => {
    const [june, july] = await months('2023-06', '2023-07');
    expect(june.byNationality).toHaveLength(10);
    expect(june.byNationality.filter(({ count }: any) => count.state === 'VALUE')).toMatchObject([
      { publishedGroup: 'VEN', count: { value: 18501 } },
    ]);
    expect(july.byNationality.map(({ count }: any) => count.state)).toEqual(Array(10).fill('NOT_PUBLISHED'));
  });

  it('carries the caution of the merged group, printed or not', async () => {
    for (const [row] of [await months('2022-07'), await months('2023-07')]) {
      expect(
        row.byNationality.find(({ publishedGroup }: any) => publishedGroup === 'HTI+BRA+CHL').count.note,
      ).toContain('cannot be divided');
    }
  });
});
