import type { DomainSeed } from '@pasarela/serve/domain/subgraph-definition';
import { caseFigureModel } from './case-figure.model';
import { seedPublished } from './seed-published';
import { seedSyntheticCases } from './seed-synthetic-cases';
import { smugglingCaseModel } from './smuggling-case.model';
import { taskForceResultModel } from './task-force-result.model';

/** The task force's published results, then the synthetic cases. */
export const seed: DomainSeed = {
  version: '5',
  synthetic: true,
  models: (connection) => [
    taskForceResultModel(connection),
    smugglingCaseModel(connection),
    caseFigureModel(connection),
  ],
  fill: async (options) => {
    await seedPublished(options.connection);
    await seedSyntheticCases(options);
  },
};
