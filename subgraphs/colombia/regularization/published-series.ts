import { batchPerConnection } from '@pasarela/serve/domain/batch-per-connection';
import { type Count, CountState, count } from '@pasarela/serve/domain/count';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { type PublishedFigureRow, type PublishedSeries, publishedFigureModel } from './published-figure.model';

const seriesOf = batchPerConnection<PublishedSeries, PublishedFigureRow[]>((connection) => async (names) => {
  const rows = await publishedFigureModel(connection)
    .find({ series: { $in: [...names] } })
    .sort({ series: 1, ordinal: 1 })
    .lean<PublishedFigureRow[]>();
  return names.map((name) => rows.filter(({ series }) => series === name));
});

/** The figures of a series in their order, read once a request. */
export async function readSeries(context: ServeContext, series: PublishedSeries): Promise<PublishedFigureRow[]> {
  return (await context.loaders.for(seriesOf(context.connection)).load(series)) ?? [];
}

/** A stored figure as a count; one without a value is NOT_PUBLISHED, and a printed 0 with a caution is no ZERO. */
export function countOf(row: PublishedFigureRow): Count {
  const { value, countingParty, definition, unit, asOf, source, dataset, note } = row;
  const figure = { value, countingParty, definition, unit, asOf, source, dataset, note };
  if (value === null) return count({ ...figure, state: CountState.NOT_PUBLISHED });
  return count(value === 0 && note !== null ? { ...figure, state: CountState.VALUE } : figure);
}

/** The latest figure of a measure; every measure is part of the seed, so its absence is a fault. */
export function latestOf(rows: readonly PublishedFigureRow[], measure: string): PublishedFigureRow {
  const dated = rows.filter((row) => row.measure === measure).toSorted((a, b) => a.asOf.localeCompare(b.asOf));
  const latest = dated.at(-1);
  if (!latest) throw new Error(`The published figure ${measure} is missing: seed the store again.`);
  return latest;
}
