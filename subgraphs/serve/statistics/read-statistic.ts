import { NOISE_BOUND } from '@pasarela/schema/disclosure-control/perturbation/perturbation-table';
import type { Coordinates } from '@pasarela/schema/disclosure-control/table/frequency-table';
import { type Count, CountState, type CountUnit, count } from '../domain/count';
import type { ServeContext } from '../domain/serve-context';
import { type Crossing, placesOf } from './crossing';
import { deskOf } from './own-statistics';
import { liveTable } from './read-cells';
import { type AnyTable, tableOf } from './statistic-table';
import type { StatisticsDesk } from './statistics-desk';
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
  const { dimensions } = tableOf(deskOf(context).statistics, question.table);
  const figures = await figuresOf(question, context);
  return [...placesOf(dimensions, question.crossing)].map(([id, coordinates]) => ({
    coordinates,
    count: countOf(question.provenance(coordinates), figures(id)),
  }));
}

/** The counts of one crossing by the codes where they stand, joined by bars; undefined where the table has no such cell. */
export interface StatisticCounts {
  get(id: string): Count | undefined;
}

const known = new WeakMap<object, Map<string, Promise<StatisticCounts>>>();

/** The counts of one crossing: read once a request, whoever asks, and each made when it is asked for. */
export function countsOf(
  question: StatisticQuestion,
  context: StatisticContext & Pick<ServeContext, 'loaders'>,
): Promise<StatisticCounts> {
  const read = known.get(context.loaders) ?? new Map<string, Promise<StatisticCounts>>();
  known.set(context.loaders, read);
  const name = [question.table, ...question.crossing].join('|');
  const counts = read.get(name) ?? readCounts(question, context);
  read.set(name, counts);
  return counts;
}

async function readCounts(question: StatisticQuestion, context: StatisticContext): Promise<StatisticCounts> {
  const { dimensions } = tableOf(deskOf(context).statistics, question.table);
  const places = placesOf(dimensions, question.crossing);
  const figures = await figuresOf(question, context);
  return {
    get: (id) => {
      const coordinates = places.get(id);
      return coordinates && countOf(question.provenance(coordinates), figures(id));
    },
  };
}

async function figuresOf(question: StatisticQuestion, context: StatisticContext): Promise<(id: string) => Figure> {
  const desk = deskOf(context);
  const table = tableOf(desk.statistics, question.table);
  return context.requester.party === desk.statistics.party && table.readByOwner !== 'RELEASES'
    ? liveFigures(table, context)
    : releasedFigures(table, question.crossing, desk);
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
  table: AnyTable,
  crossing: Crossing,
  desk: StatisticsDesk,
): Promise<(id: string) => Figure> {
  const release = await desk.inForce(table);
  if (!release) return () => NO_RELEASE;
  const cells = await desk.cellsOf(release, crossing);
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
