import { NOISE_BOUND } from '@pasarela/schema/disclosure-control/perturbation/perturbation-table';
import { type Coordinates, cellId } from '@pasarela/schema/disclosure-control/table/frequency-table';
import { type Count, CountState, type CountUnit, count } from '../domain/count';
import type { ServeContext } from '../domain/serve-context';
import { type Crossing, cellsOf } from './crossing';
import { deskOf } from './own-statistics';
import { liveTable } from './read-cells';
import { releasedCells } from './read-release';
import { type AnyTable, tableOf } from './statistic-table';
import type { ReleasedCellRow, StoredReleaseRow } from './stored-release.model';

/** What is asked of a table. */
export interface StatisticQuestion {
  readonly table: string;
  /** How far each dimension is broken down. */
  readonly crossing: Crossing;
  /** What a count of the table says of itself. */
  readonly provenance: (coordinates: Coordinates) => CountProvenance;
}

/** Where a count comes from. */
export type CountProvenance = Pick<Count, 'dataset' | 'countingParty' | 'definition'> & {
  readonly unit: CountUnit;
  /** Who is not in it for other parties, in words that their note begins with. */
  readonly leftOut?: string;
};

/** One cell of an answer. */
export interface StatisticRow {
  readonly coordinates: Coordinates;
  readonly count: Count;
}

/** What of a request its statistics are read by. */
export type StatisticContext = Pick<ServeContext, 'connection' | 'requester' | 'statistics' | 'now'>;

/**
 * The cells of one crossing of a table: for the owner live and exact unless the table says otherwise, for every other
 * party those of the release in force. INVARIANT: nothing that was written after a release reaches another party before the next.
 */
export async function readStatistic(question: StatisticQuestion, context: StatisticContext): Promise<StatisticRow[]> {
  const desk = deskOf(context);
  const table = tableOf(desk.statistics, question.table);
  const figures =
    context.requester.party === desk.statistics.party && table.readByOwner !== 'RELEASES'
      ? await liveFigures(table, context)
      : await releasedFigures(await desk.inForce(table), question.crossing, context);
  return cellsOf(table.dimensions, question.crossing).map((coordinates) => ({
    coordinates,
    count: countOf(question.provenance(coordinates), figures(cellId(coordinates))),
  }));
}

const known = new WeakMap<object, Map<string, Promise<ReadonlyMap<string, Count>>>>();

/** The counts of one crossing by the codes where they stand, joined by bars: read once a request, whoever asks. */
export function countsOf(
  question: StatisticQuestion,
  context: StatisticContext & Pick<ServeContext, 'loaders'>,
): Promise<ReadonlyMap<string, Count>> {
  const read = known.get(context.loaders) ?? new Map<string, Promise<ReadonlyMap<string, Count>>>();
  known.set(context.loaders, read);
  const name = [question.table, ...question.crossing].join('|');
  const counts =
    read.get(name) ??
    readStatistic(question, context).then(
      (rows) => new Map(rows.map(({ coordinates, count: found }) => [cellId(coordinates), found])),
    );
  read.set(name, counts);
  return counts;
}

/** A count of a figure. */
export function countOf({ leftOut, ...provenance }: CountProvenance, figure: Figure): Count {
  const note = figure.note && leftOut ? `${leftOut} ${figure.note}` : (figure.note ?? null);
  return count({ ...provenance, ...figure, note });
}

/** What is told of a cell. */
export type Figure = Partial<Pick<Count, 'value' | 'state' | 'asOf' | 'note'>>;

async function liveFigures(table: AnyTable, { connection, now }: StatisticContext): Promise<(id: string) => Figure> {
  const { cells } = await liveTable(table, connection);
  const asOf = now.toISOString().slice(0, 10);
  return (id) => ({ value: cells.get(id)?.persons ?? 0, asOf });
}

/** What is told of a table of which no release was made. */
export const NO_RELEASE: Figure = { value: null, state: CountState.NOT_PUBLISHED, note: 'No release was made yet.' };

async function releasedFigures(
  release: StoredReleaseRow | undefined,
  crossing: Crossing,
  { connection }: StatisticContext,
): Promise<(id: string) => Figure> {
  if (!release) return () => NO_RELEASE;
  const cells = await releasedCells(release._id, crossing, connection);
  const asOf = release.madeAt.slice(0, 10);
  return (id) => ({ ...figureOf(cells.get(id), release), asOf });
}

/** INVARIANT: a cell that a release does not hold is suppressed in it. */
function figureOf(cell: ReleasedCellRow | undefined, { number, roundTo }: StoredReleaseRow): Figure {
  if (!cell || cell.state === 'SUPPRESSED')
    return {
      value: null,
      state: CountState.SUPPRESSED,
      note: `release ${number}: suppressed, so that no small group can be told, here or by subtraction`,
    };
  const how = [`±${NOISE_BOUND}`, ...(roundTo === null ? [] : [`rounded to ${roundTo}`]), 'totals may not add'];
  return { value: cell.value, note: `release ${number}: ${how.join('; ')}` };
}
