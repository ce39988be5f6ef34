import type { DomainSeed } from '@pasarela/serve/domain/subgraph-definition';
import { commitmentVersionModel } from './commitment-version.model';
import { investmentModel, waterTestModel } from './community-record.model';

/**
 * Indexes alone: what stands here is recorded by the parties, and nothing of it is synthetic. INVARIANT: a seed never
 * empties these collections.
 */
export const seed: DomainSeed = {
  version: '1',
  synthetic: false,
  models: () => [],
  fill: async ({ connection }) => {
    await commitmentVersionModel(connection).createIndexes();
    await waterTestModel(connection).createIndexes();
    await investmentModel(connection).createIndexes();
  },
};
