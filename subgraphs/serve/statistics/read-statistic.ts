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
export type CountProvenance = Pick<Count, 'dataset' | 'countingParty' | 'definition'> & { readonly unit: CountUnit };

/** One cell of an answer. */
export interface StatisticRow {
  readonly coordinates: Coordinates;
  readonly count: Count;
}

type StatisticContext = Pick<ServeContext, 'connection' | 'requester' | 'statistics' | 'now'>;

/**
 * The cells of one crossing of a table: for the owner live and exact, for every other party those of the release in
 * force. INVARIANT: nothing that was written after a release reaches another party before the next.
 */
export async function readStatistic(question: StatisticQuestion, context: StatisticContext): Promise<StatisticRow[]> {
  const desk = deskOf(context);
  const table = tableOf(desk.statistics, question.table);
  const figures =
    context.requester.party === desk.statistics.party
      ? await liveFigures(table, context)
      : await releasedFigures(await desk.inForce(table), question.crossing, context);
  return cellsOf(table.dimensions, question.crossing).map((coordinates) => ({
    coordinates,
    count: count({ ...question.provenance(coordinates), ...figures(cellId(coordinates)) }),
  }));
}

type Figure = Partial<Pick<Count, 'value' | 'state' | 'asOf' | 'note'>>;

async function liveFigures(table: AnyTable, { connection, now }: StatisticContext): Promise<(id: string) => Figure> {
  const { cells } = await liveTable(table, connection);
  const asOf = now.toISOString().slice(0, 10);
  return (id) => ({ value: cells.get(id)?.persons ?? 0, asOf });
}

async function releasedFigures(
  release: StoredReleaseRow | undefined,
  crossing: Crossing,
  { connection }: StatisticContext,
): Promise<(id: string) => Figure> {
  if (!release) return () => ({ value: null, state: CountState.NOT_PUBLISHED, note: 'No release was made yet.' });
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
