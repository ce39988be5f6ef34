import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import { smugglingSubgraph } from '@pasarela/serve/smuggling/smuggling-subgraph';
import { USA_CASES } from './case-mix';
import { usaSmugglingRightsLaw } from './data-subject-rights';
import { seedPublished } from './seed-published';
import { taskForceResultModel } from './task-force-result.model';
import { TaskForceResultResolver } from './task-force-result.resolver';
import { UsaPersonFields } from './usa-person-fields';

/** Smuggling cases of the United States, and the published results of Joint Task Force Alpha. */
export const usaSmugglingCases: SubgraphDefinition = smugglingSubgraph(USA_CASES, {
  resolvers: [TaskForceResultResolver],
  personFields: UsaPersonFields,
  rightsLaw: usaSmugglingRightsLaw,
  seedVersion: '7',
  models: (connection) => [taskForceResultModel(connection)],
  seedPublished,
});
