import { z } from 'zod';
import { asOfSource, persons, readDataFile } from './data-file';
import { groupCaution } from './nationality-groups';
import { joinNotes, type PublishedFigure, publishedFigure } from './published-figure';

const TOTALS = 'SNM Darien annual totals 2010-2024';
/** The table by year and nationality. */
export const YEAR_TABLE = 'SNM Darien table by year and nationality, 2010 to August 2023';
/** Year-to-date stocks as the press printed them. */
export const SNAPSHOTS = 'SNM Darien year-to-date figures as printed in the press 2022-2024';

/** The year whose full figures by nationality exist only in the last year-to-date snapshot. */
const FULL_YEAR_BY_SNAPSHOT = '2023';

/** Every published figure whose period is a year, or part of one by nationality. */
export function publishedYears(): PublishedFigure[] {
  const table = yearTable();
  return [...totals(table), ...table, ...snapshots()];
}

function totals(table: PublishedFigure[]): PublishedFigure[] {
  const row = z.object({ year: z.string().regex(/^\d{4}$/), persons, source: z.string() });
  return readDataFile('darien_annual_total_2010_2024.csv', row).map(({ year, persons: value, source }) =>
    publishedFigure({
      series: 'YEAR_TOTAL',
      period: year,
      group: 'TOTAL',
      value,
      source,
      asOf: asOfSource(source),
      dataset: TOTALS,
      note: tableDifference(year, value, table),
    }),
  );
}

function tableDifference(year: string, total: number, table: PublishedFigure[]): string | null {
  const rows = table.filter(({ series, period }) => series === 'YEAR_BY_NATIONALITY' && period === year);
  const sum = rows.reduce((subtotal, { value }) => subtotal + (value ?? 0), 0);
  if (rows.length === 0 || sum === total) return null;
  const difference = `${sum > total ? '+' : ''}${sum - total}`;
  return `The table by nationality sums to ${sum}, not to this total (${difference}); both are as published.`;
}

function yearTable(): PublishedFigure[] {
  const row = z.object({
    period: z.string().regex(/^\d{4}(-01\.\.08)?$/),
    nationality_group: z.string(),
    persons,
    source: z.string(),
  });
  return readDataFile('darien_annual_by_nationality_2010_2023aug.csv', row).map((cell) => {
    const partial = cell.period.length > 4;
    const year = cell.period.slice(0, 4);
    return publishedFigure({
      series: partial ? 'YEAR_OTHER_PUBLICATION' : 'YEAR_BY_NATIONALITY',
      period: cell.period,
      group: cell.nationality_group,
      value: cell.persons,
      source: cell.source,
      asOf: asOfSource(cell.source),
      dataset: YEAR_TABLE,
      coverageFrom: partial ? `${year}-01` : year,
      coverageTo: partial ? `${year}-08` : year,
      note: joinNotes(partial ? 'Part of a year: January to August only.' : null, groupCaution(cell.nationality_group)),
    });
  });
}

interface Snapshot {
  as_of: string;
  nationality: string;
  persons_year_to_date: number;
  source: string;
}

function snapshots(): PublishedFigure[] {
  const row = z.object({
    as_of: z.string().regex(/^\d{4}-\d{2}-(\d{2}|\(.+\))$/),
    nationality: z.string(),
    persons_year_to_date: persons,
    source: z.string(),
  });
  const cells = readDataFile('darien_ytd_by_nationality_snapshots.csv', row);
  const fullYear = cells.filter(
    ({ as_of, nationality }) => as_of === `${FULL_YEAR_BY_SNAPSHOT}-12-31` && nationality !== 'TOTAL',
  );
  return [...cells.map(yearToDate), ...fullYear.map((cell) => fullYearRow(cell, fullYear))];
}

function yearToDate({ as_of, nationality, persons_year_to_date: value, source }: Snapshot): PublishedFigure {
  const asOf = as_of.replace(/-\(\D+\)$/, '').replace(/[()]/g, '');
  return publishedFigure({
    series: 'YEAR_OTHER_PUBLICATION',
    period: as_of,
    group: nationality,
    value,
    source,
    dataset: SNAPSHOTS,
    asOf,
    coverageFrom: `${as_of.slice(0, 4)}-01-01`,
    coverageTo: asOf,
    note: `Year to date as printed on ${as_of}; do not subtract figures of different publishers.`,
  });
}

function fullYearRow(
  { nationality, persons_year_to_date: value, source }: Snapshot,
  printed: Snapshot[],
): PublishedFigure {
  const period = FULL_YEAR_BY_SNAPSHOT;
  const named = printed.map((cell) => cell.nationality).join(', ');
  return publishedFigure({
    series: 'YEAR_BY_NATIONALITY',
    period,
    group: nationality,
    value,
    source,
    dataset: SNAPSHOTS,
    asOf: `${period}-12-31`,
    note: `The table by nationality ends in August ${period}; this is the year-to-date figure at 31 December. Only ${named} were printed.`,
  });
}
