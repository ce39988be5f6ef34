import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import type { DomainStatistics } from '@pasarela/serve/statistics/statistic-table';
import { SUBGRAPHS } from '../subgraphs';
import { StatisticsFault } from './texts';

/** A domain that declares tables of counts. */
export interface CountedDomain {
  readonly definition: SubgraphDefinition;
  readonly statistics: DomainStatistics;
}

const DOMAINS = SUBGRAPHS.flatMap((definition): CountedDomain[] =>
  definition.statistics ? [{ definition, statistics: definition.statistics }] : [],
);

/** The names of the domains that declare tables of counts. */
export const COUNTED_DOMAINS: readonly string[] = DOMAINS.map(({ definition }) => definition.name);

/** The domain of a name, or all of them where none is given. @throws StatisticsFault that names those that there are */
export function countedDomains(name: string | undefined): readonly CountedDomain[] {
  const found = DOMAINS.filter(({ definition }) => name === undefined || definition.name === name);
  if (found.length === 0) throw new StatisticsFault('unknownDomain', { known: COUNTED_DOMAINS.join(', ') });
  return found;
}
