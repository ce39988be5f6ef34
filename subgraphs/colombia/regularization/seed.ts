import type { DomainSeed } from '@pasarela/serve/domain/subgraph-definition';
import { consentRequestModel } from './consent-request.model';
import { integrationCountModel } from './integration-count.model';
import { permitModel } from './permit.model';
import { permitStageCountModel } from './permit-stage-count.model';
import { publishedFigureModel } from './published-figure.model';
import { seedPublished } from './seed-published';
import { seedSyntheticPermits } from './seed-synthetic-permits';

/** Published figures, then the synthetic permits that are calibrated to them. */
export const seed: DomainSeed = {
  version: '4',
  synthetic: true,
  models: (connection) => [
    publishedFigureModel(connection),
    permitModel(connection),
    permitStageCountModel(connection),
    integrationCountModel(connection),
    consentRequestModel(connection),
  ],
  fill: async (options) => seedSyntheticPermits(options, await seedPublished(options.connection)),
};
