import { nationalityReference } from '@pasarela/serve/domain/code-list-references';
import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import { evidenceResolver } from '@pasarela/serve/oversight/evidence-resolver';
import { AsylumResolver } from './asylum.resolver';
import { nationalityOf } from './nationality';
import { SafeMobilityFigureResolver } from './safe-mobility-figure.resolver';
import { SafeMobilityOfficeResolver } from './safe-mobility-office.resolver';
import { seed } from './seed';

/** The Safe Mobility Offices, and the published tables on asylum in the United States. */
export const usaSafeMobility: SubgraphDefinition = {
  name: 'usa-safe-mobility',
  party: 'USA',
  resolvers: [
    SafeMobilityOfficeResolver,
    SafeMobilityFigureResolver,
    AsylumResolver,
    evidenceResolver({ domain: 'usaSafeMobility', owner: 'USA' }),
  ],
  references: { Nationality: nationalityReference(nationalityOf) },
  seed,
};
