import { Direction } from '@pasarela/serve/domain/direction';
import type { Connection } from 'mongoose';
import { monthsBetween } from './calendar';
import { MonthlyCrossings, type MonthsArguments } from './monthly-crossings';
import { countOf, notPublished, type PublishedFigure } from './published-figure';
import { publishedFigureModel } from './published-figure.model';
import { MONTH_TOTALS } from './published-months';

/** Why a month has no figure. */
export const ABSENCE = {
  NORTH: 'No source that is held gives this month; it is no zero.',
  SOUTH: 'Panama publishes no southward count; Colombia counts that flow (urabaDepartures).',
} as const;

/** Reads the rows of the asked months; a month without data is a row, two months published as one are one row. */
export async function readMonthlyCrossings(
  connection: Connection,
  { from, to, direction }: MonthsArguments,
): Promise<MonthlyCrossings[]> {
  const months = monthsBetween(from, to);
  const published = direction === Direction.NORTH ? await readMonthTotals(connection, from, to) : [];
  const rows = new Map<string, MonthlyCrossings>();
  for (const month of months) {
    const revisions = published.filter(({ period, throughPeriod }) => period <= month && month <= throughPeriod);
    const row = revisions.length > 0 ? publishedRow(revisions) : absentRow(month, direction);
    rows.set(row.month, row);
  }
  return [...rows.values()];
}

/** Reads every revision of the monthly totals that touch the range, by month and revision. */
export async function readMonthTotals(connection: Connection, from: string, to: string): Promise<PublishedFigure[]> {
  return publishedFigureModel(connection)
    .find({ series: 'MONTH_TOTAL', period: { $lte: to }, throughPeriod: { $gte: from } })
    .sort({ period: 1, group: 1, revision: 1 })
    .lean<PublishedFigure[]>();
}

function publishedRow(figures: PublishedFigure[]): MonthlyCrossings {
  const revisions = figures.map(countOf);
  const { period: month, throughPeriod: throughMonth } = figures[0] as PublishedFigure;
  return Object.assign(new MonthlyCrossings(), {
    month,
    throughMonth,
    direction: Direction.NORTH,
    count: revisions.at(-1),
    revisions,
  });
}

function absentRow(month: string, direction: Direction): MonthlyCrossings {
  const count = notPublished({ from: month, dataset: MONTH_TOTALS, note: ABSENCE[direction] });
  return Object.assign(new MonthlyCrossings(), { month, throughMonth: month, direction, count, revisions: [] });
}
