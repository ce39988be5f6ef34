import { CountState } from '../domain/count';
import { deskOf } from './own-statistics';
import { type Figure, NO_RELEASE, type StatisticContext } from './read-statistic';
import { tableOf } from './statistic-table';

/**
 * The figure that the release in force of a table froze beside its cells, for another party than the owner.
 * @param how in words, how it is told
 */
export async function frozenFigureOf(table: string, how: string, context: StatisticContext): Promise<Figure> {
  const desk = deskOf(context);
  const release = await desk.inForce(tableOf(desk.statistics, table));
  if (!release) return NO_RELEASE;
  const { figure, number, madeAt } = release;
  const asOf = madeAt.slice(0, 10);
  if (figure !== null) return { value: figure, asOf, note: `release ${number}: ${how}` };
  return { value: null, state: CountState.SUPPRESSED, asOf, note: `release ${number}: suppressed; told ${how}` };
}
