import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import { faultDetails } from '@pasarela/serve/fault-details';
import type { RequestLog } from '@pasarela/serve/request-log';
import { StatisticsDesk, type StatisticsDeskOptions } from '@pasarela/serve/statistics/statistics-desk';

/** What the desk of a domain's statistics is opened with. */
export interface OpenStatisticsOptions extends Pick<StatisticsDeskOptions, 'connection' | 'now'> {
  readonly definition: SubgraphDefinition;
  readonly log: RequestLog;
}

/** Opens what makes a domain's releases; undefined in a domain that declares no tables of counts. */
export async function openStatistics(
  { definition: { statistics }, connection, log, now }: OpenStatisticsOptions,
  closing: Array<() => Promise<unknown> | undefined>,
): Promise<StatisticsDesk | undefined> {
  if (!statistics) return undefined;
  const desk = await StatisticsDesk.open({
    statistics,
    connection,
    now,
    onFault: (error) => log.warn(faultDetails(error), 'release not made'),
  });
  closing.push(() => desk.close());
  return desk;
}
