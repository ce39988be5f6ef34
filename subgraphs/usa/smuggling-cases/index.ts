import { nationalityReference, placeReference } from '@pasarela/serve/domain/code-list-references';
import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import { evidenceResolver } from '@pasarela/serve/oversight/evidence-resolver';
import { rightsResolvers } from '@pasarela/serve/rights/rights-resolvers';
import { usaSmugglingRights } from './data-subject-rights';
import { nationalityOf } from './nationality';
import { NationalityResolver } from './nationality.resolver';
import { placeOf } from './place';
import { seed } from './seed';
import { smugglingCaseReference } from './smuggling-case.reference';
import { SmugglingCaseResolver } from './smuggling-case.resolver';
import { TaskForceResultResolver } from './task-force-result.resolver';

/** Smuggling cases of the United States, and the published results of Joint Task Force Alpha. */
export const usaSmugglingCases: SubgraphDefinition = {
  name: 'usa-smuggling-cases',
  party: 'USA',
  resolvers: [
    SmugglingCaseResolver,
    TaskForceResultResolver,
    NationalityResolver,
    evidenceResolver({ domain: 'usaSmugglingCases', owner: 'USA' }),
    ...rightsResolvers(usaSmugglingRights),
  ],
  references: {
    Nationality: nationalityReference(nationalityOf),
    Place: placeReference(placeOf),
    SmugglingCase: smugglingCaseReference,
  },
  seed,
  rights: usaSmugglingRights,
};
