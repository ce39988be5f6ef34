import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import { nationalityReference } from './nationality.reference';
import { NationalityResolver } from './nationality.resolver';
import { placeReference } from './place.reference';
import { seed } from './seed';
import { smugglingCaseReference } from './smuggling-case.reference';
import { SmugglingCaseResolver } from './smuggling-case.resolver';
import { TaskForceResultResolver } from './task-force-result.resolver';

/** Smuggling cases of the United States, and the published results of Joint Task Force Alpha. */
export const usaSmugglingCases: SubgraphDefinition = {
  name: 'usa-smuggling-cases',
  party: 'USA',
  resolvers: [SmugglingCaseResolver, TaskForceResultResolver, NationalityResolver],
  references: { Nationality: nationalityReference, Place: placeReference, SmugglingCase: smugglingCaseReference },
  seed,
};
