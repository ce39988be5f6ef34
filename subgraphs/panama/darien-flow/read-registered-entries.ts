import { batchPerConnection } from '@pasarela/serve/domain/batch-per-connection';
import type { Count } from '@pasarela/serve/domain/count';
import type { Connection } from 'mongoose';
import { countOf, joinNotes, notPublished, type PublishedFigure, publishedFigure } from './published-figure';
import { MONTH_TOTALS } from './published-months';
import { readFiguresOf } from './read-figures';
import { readMonthTotals } from './read-monthly-crossings';

const NOT_HELD = 'Panama has published no figure for exactly this period, and no months that make it up.';

/** Panama's published figures that many periods are made of. */
interface FiguresOfPeriods {
  readonly years: readonly PublishedFigure[];
  readonly months: PublishedFigure[];
}

/** Reads Panama's own count of many periods at once: two queries whatever their number. */
export const registeredEntries = batchPerConnection<string, Count>((connection) => async (periods) => {
  const figures = await readFiguresOfPeriods(connection, periods);
  return periods.map((period) => countOfPeriod(period, figures));
});

/** Reads what stands behind the counts of many periods: every figure in each of its revisions, nothing summed. */
export const figuresBehind = batchPerConnection<string, PublishedFigure[]>((connection) => async (periods) => {
  const { years, months } = await readFiguresOfPeriods(connection, periods);
  return periods.map((period) =>
    isYear(period) ? years.filter((figure) => figure.period === period) : rowsOf(period, months).flat(),
  );
});

const isYear = (period: string): boolean => period.length === 4;

async function readFiguresOfPeriods(connection: Connection, periods: readonly string[]): Promise<FiguresOfPeriods> {
  const ranges = periods.filter((period) => !isYear(period)).map(rangeOf);
  const first = ranges.map(({ from }) => from).sort()[0];
  const last = ranges
    .map(({ to }) => to)
    .sort()
    .at(-1);
  const [years, months] = await Promise.all([
    readFiguresOf(connection, 'YEAR_TOTAL', periods.filter(isYear)),
    first && last ? readMonthTotals(connection, first, last) : [],
  ]);
  return { years, months };
}

function countOfPeriod(period: string, { years, months }: FiguresOfPeriods): Count {
  const year = years.find((figure) => figure.period === period);
  if (year) return countOf(year);
  const { from, to } = rangeOf(period);
  const rows = rowsOf(period, months);
  const single = rows.length === 1 ? rows[0]?.at(-1) : undefined;
  if (single) return countOf(single);
  return rows.length > 1
    ? sumOf(rows, { from, to })
    : notPublished({ from, through: to, dataset: MONTH_TOTALS, note: NOT_HELD });
}

function rowsOf(period: string, months: PublishedFigure[]): PublishedFigure[][] {
  const { from, to } = rangeOf(period);
  return rowsWithin(from, to, months);
}

function rangeOf(period: string): { from: string; to: string } {
  const [from = '', to = from] = period.split('..');
  return { from, to };
}

/** The rows, each with its revisions, that make up the range without gap or overhang; none otherwise. */
function rowsWithin(from: string, to: string, months: PublishedFigure[]): PublishedFigure[][] {
  const rows: PublishedFigure[][] = [];
  let next = from;
  while (next <= to) {
    const row = months.filter(({ period }) => period === next);
    const end = row[0]?.throughPeriod;
    if (end === undefined || end > to) return [];
    rows.push(row);
    next = monthAfter(end);
  }
  return rows;
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

// INVARIANT: only Panama's own months are summed, each in the revision that closes the published annual total.
function sumOf(rows: PublishedFigure[][], { from, to }: { from: string; to: string }): Count {
  const summed = rows.map((revisions) => revisions.findLast(({ closesYear }) => closesYear) as PublishedFigure);
  const value = summed.reduce((sum, figure) => sum + (figure.value ?? 0), 0);
  return countOf(
    publishedFigure({
      series: 'MONTH_TOTAL',
      period: from,
      throughPeriod: to,
      group: 'TOTAL',
      value,
      dataset: MONTH_TOTALS,
      source: null,
      note: joinNotes(
        `Derived: the sum of Panama's own monthly figures from ${from} to ${to}.`,
        ...laterReleases(rows, summed),
      ),
    }),
  );
}

function laterReleases(rows: PublishedFigure[][], summed: PublishedFigure[]): string[] {
  return rows.flatMap((revisions, i) => {
    const latest = revisions.at(-1);
    if (!latest || latest === summed[i]) return [];
    return [
      `For ${latest.period} the figure ${summed[i]?.value} is summed, which closes the annual total; a later release gives ${latest.value}.`,
    ];
  });
}
