import { nationalityReference, placeReference } from '@pasarela/serve/domain/code-list-references';
import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import { evidenceResolver } from '@pasarela/serve/oversight/evidence-resolver';
import { rightsResolvers } from '@pasarela/serve/rights/rights-resolvers';
import { publicationResolver } from '@pasarela/serve/statistics/publication-resolver';
import { releaseResolver } from '@pasarela/serve/statistics/release-resolver';
import { regularizationRights } from './data-subject-rights';
import { DepartmentPopulationResolver } from './department-population.resolver';
import { IntegrationResolver } from './integration.resolver';
import { IntegrationConsentResolver } from './integration-consent.resolver';
import { nationalityOf } from './nationality';
import { NationalityResolver } from './nationality.resolver';
import { PepTutorResolver } from './pep-tutor.resolver';
import { permitReference } from './permit.reference';
import { PermitResolver } from './permit.resolver';
import { PermitHolderCountResolver } from './permit-holder-count.resolver';
import { PermitStageCountResolver } from './permit-stage-count.resolver';
import { placeOf } from './place';
import { regularizationStatistics } from './regularization-statistics';
import { seed } from './seed';
import { TemporaryProtectionResolver } from './temporary-protection.resolver';

/** Temporary protection of Venezuelans in Colombia: published figures and synthetic permits. */
export const colombiaRegularization: SubgraphDefinition = {
  name: 'colombia-regularization',
  party: 'COL',
  resolvers: [
    TemporaryProtectionResolver,
    DepartmentPopulationResolver,
    NationalityResolver,
    PepTutorResolver,
    PermitResolver,
    PermitStageCountResolver,
    PermitHolderCountResolver,
    IntegrationResolver,
    IntegrationConsentResolver,
    evidenceResolver({ domain: 'colombiaRegularization', owner: 'COL' }),
    ...rightsResolvers(regularizationRights),
    releaseResolver(regularizationStatistics),
    publicationResolver(regularizationStatistics),
  ],
  references: {
    Nationality: nationalityReference(nationalityOf),
    Place: placeReference(placeOf),
    Permit: permitReference,
  },
  seed,
  rights: regularizationRights,
  statistics: regularizationStatistics,
};
