import type { DomainSeed } from '@pasarela/serve/domain/subgraph-definition';
import { statisticModels } from '@pasarela/serve/statistics/statistic-models';
import { consentRequestModel } from './consent-request.model';
import { permitModel } from './permit.model';
import { publishedFigureModel } from './published-figure.model';
import { seedPublished } from './seed-published';
import { seedSyntheticPermits } from './seed-synthetic-permits';

/** Published figures, then the synthetic permits that are calibrated to them. */
export const seed: DomainSeed = {
  version: '5',
  synthetic: true,
  models: (connection) => [
    publishedFigureModel(connection),
    permitModel(connection),
    consentRequestModel(connection),
    ...statisticModels(connection),
  ],
  fill: async (options) => seedSyntheticPermits(options, await seedPublished(options.connection)),
};
