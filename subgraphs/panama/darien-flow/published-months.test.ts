import { z } from 'zod';
import { persons, readDataFile } from './data-file';
import { publishedMonths } from './published-months';

describe('publishedMonths', () => {
  it("prefers the table, with which Venezuela's own file agrees wherever both hold a month", () => {
    const own = readDataFile('darien_monthly_venezuela_2022_01_2023_06.csv', z.object({ month: z.string(), persons }));
    const venezuela = new Map(
      publishedMonths()
        .filter(({ series, group }) => series === 'MONTH_BY_NATIONALITY' && group === 'VEN')
        .map(({ period, value }) => [period, value]),
    );
    expect(own).toHaveLength(18);
    expect(own.map(({ month }) => venezuela.get(month))).toEqual(own.map((row) => row.persons));
  });

  it("sums Venezuela's months of 2022 to the official 150,327", () => {
    const months = publishedMonths().filter(
      ({ series, group, period }) => series === 'MONTH_BY_NATIONALITY' && group === 'VEN' && period.startsWith('2022'),
    );
    expect(months).toHaveLength(12);
    expect(months.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(150327);
  });

  it('gives each figure a key and a revision of its own', () => {
    const figures = publishedMonths();
    expect(new Set(figures.map(({ requestKey }) => requestKey)).size).toBe(figures.length);
    expect(
      new Set(figures.map((figure) => [figure.series, figure.period, figure.group, figure.revision].join('|'))).size,
    ).toBe(figures.length);
  });
});
