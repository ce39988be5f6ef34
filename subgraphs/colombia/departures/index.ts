import { nationalityReference } from '@pasarela/serve/domain/code-list-references';
import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import { evidenceResolver } from '@pasarela/serve/oversight/evidence-resolver';
import { resolveDarienFlowPeriod, resolveDarienReconciliation } from './darien-flow-period.reference';
import { DarienFlowPeriodResolver } from './darien-flow-period.resolver';
import { DarienReconciliationResolver } from './darien-reconciliation.resolver';
import { DepartureCountResolver } from './departure-count.resolver';
import { nationalityOf } from './nationality';
import { NationalityResolver } from './nationality.resolver';
import { seed } from './seed';

/** Colombia's own counts of the flow through Urabá-Darién. */
export const colombiaDepartures: SubgraphDefinition = {
  name: 'colombia-departures',
  party: 'COL',
  resolvers: [
    DepartureCountResolver,
    DarienFlowPeriodResolver,
    DarienReconciliationResolver,
    NationalityResolver,
    evidenceResolver({ domain: 'colombiaDepartures', owner: 'COL' }),
  ],
  references: {
    Nationality: nationalityReference(nationalityOf),
    DarienFlowPeriod: resolveDarienFlowPeriod,
    DarienReconciliation: resolveDarienReconciliation,
  },
  seed,
};
