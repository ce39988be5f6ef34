import { nationalityReference } from '@pasarela/serve/domain/code-list-references';
import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import { evidenceResolver } from '@pasarela/serve/oversight/evidence-resolver';
import { rightsResolvers } from '@pasarela/serve/rights/rights-resolvers';
import { releaseResolver } from '@pasarela/serve/statistics/release-resolver';
import { repatriationRights } from './data-subject-rights';
import { nationalityOf } from './nationality';
import { NationalityResolver } from './nationality.resolver';
import { repatriationStatistics } from './recrossing-statistics';
import { ReturnFlightResolver } from './return-flight.resolver';
import { ReturnManifestEntryResolver } from './return-manifest-entry.resolver';
import { ReturnReconciliationResolver } from './return-reconciliation.resolver';
import { ReturnRecrossingResolver } from './return-recrossing.resolver';
import { ReturnTotalResolver } from './return-total.resolver';
import { seed } from './seed';

/** Panama's return flights and their totals as published, and synthetic manifests. */
export const panamaRepatriation: SubgraphDefinition = {
  name: 'panama-repatriation',
  party: 'PAN',
  resolvers: [
    ReturnFlightResolver,
    ReturnTotalResolver,
    ReturnReconciliationResolver,
    NationalityResolver,
    ReturnManifestEntryResolver,
    ReturnRecrossingResolver,
    evidenceResolver({ domain: 'panamaRepatriation', owner: 'PAN' }),
    ...rightsResolvers(repatriationRights),
    releaseResolver(repatriationStatistics),
  ],
  references: { Nationality: nationalityReference(nationalityOf) },
  seed,
  rights: repatriationRights,
  statistics: repatriationStatistics,
};
