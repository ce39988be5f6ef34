import { TABLES_APART } from './related-tables';
import { AREAS } from './simulated-places';
import { simulateYear, WEEKS } from './simulated-year';

describe('a simulated year', () => {
  const year = simulateYear(3, TABLES_APART);
  const people = (week: number, table: string, cell: string) =>
    year.weeks[week]?.[table]?.cells.get(cell)?.persons ?? 0;

  it('is the same for the same seed, and another for another', () => {
    expect(simulateYear(3, TABLES_APART)).toEqual(year);
    expect(simulateYear(4, TABLES_APART).targets).not.toEqual(year.targets);
  });

  it('counts the same people in all its tables, each week', () => {
    for (let week = 0; week < WEEKS; week += 1)
      for (const { code } of AREAS) {
        const counts = ['area-age-attribute', 'area-attribute', 'area-sex-attribute'].map((table) =>
          people(week, table, table === 'area-attribute' ? `${code}|ALL` : `${code}|ALL|ALL`),
        );
        expect(new Set(counts).size).toBe(1);
      }
  });

  it('has quiet areas that change by under one person a week and busy ones that change by many', () => {
    const changed = (pace: string) =>
      AREAS.filter((area) => area.pace === pace).map(
        ({ code }) => people(WEEKS - 1, 'area-attribute', `${code}|ALL`) - people(0, 'area-attribute', `${code}|ALL`),
      );
    for (const change of changed('QUIET')) expect(change).toBeLessThan(WEEKS);
    for (const change of changed('BUSY')) expect(change).toBeGreaterThan(5 * WEEKS);
  });
});
