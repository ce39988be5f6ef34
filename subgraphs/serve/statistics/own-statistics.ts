import { requestError } from '@pasarela/schema/errors';
import type { ServeContext } from '../domain/serve-context';
import type { StatisticsDesk } from './statistics-desk';

/** The desk of the domain's statistics behind a request. */
export function deskOf({ statistics }: Pick<ServeContext, 'statistics'>): StatisticsDesk {
  if (!statistics) throw new Error('The domain declares no tables of counts.');
  return statistics;
}

/**
 * The desk, for its own party alone. INVARIANT: besides what the rules grant.
 * @throws UNKNOWN_STATISTIC_TABLE for any other: the domain has no tables of theirs
 */
export function ownStatistics(context: Pick<ServeContext, 'statistics' | 'requester'>): StatisticsDesk {
  const desk = deskOf(context);
  if (context.requester.party !== desk.statistics.party) throw requestError('UNKNOWN_STATISTIC_TABLE');
  return desk;
}
