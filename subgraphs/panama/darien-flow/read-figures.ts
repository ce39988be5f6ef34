import type { Connection } from 'mongoose';
import type { FigureSeries, PublishedFigure } from './published-figure';
import { publishedFigureModel } from './published-figure.model';

/** Reads a series' figures whose period lies in a range (both ends included), by period, group and revision. */
export async function readFigures(
  connection: Connection,
  { series, from, to }: { series: FigureSeries; from: string; to: string },
): Promise<PublishedFigure[]> {
  // A period begins with its year or month (2023, 2023-01..08, 2023-12-31): '~' sorts behind all of them.
  const period = { $gte: from, $lte: `${to}~` };
  return publishedFigureModel(connection)
    .find({ series, period })
    .sort({ period: 1, group: 1, revision: 1 })
    .lean<PublishedFigure[]>();
}

/** Reads a series' figures of exactly these periods, by period, group and revision. */
export async function readFiguresOf(
  connection: Connection,
  series: FigureSeries,
  periods: readonly string[],
): Promise<PublishedFigure[]> {
  return publishedFigureModel(connection)
    .find({ series, period: { $in: [...new Set(periods)] } })
    .sort({ period: 1, group: 1, revision: 1 })
    .lean<PublishedFigure[]>();
}
