import { SeededRandom } from '@pasarela/serve/domain/seeded-random';
import type { SeedOptions } from '@pasarela/serve/domain/subgraph-definition';
import { SyntheticStatistics } from '@pasarela/serve/statistics/seed-statistics';
import { type PermitRow, permitModel } from './permit.model';
import { type PopulationWeights, populationWeights } from './permit-calibration';
import type { PublishedFigureRow } from './published-figure.model';
import { regularizationStatistics } from './regularization-statistics';
import { SYNTHETIC_AS_OF } from './synthetic-history';
import { syntheticPermit } from './synthetic-permit';

/** Permits at scale 1. */
export const PERMITS_AT_SCALE_1 = 20_000;
const BATCH = 2_000;
const SEED = 20_240_229;
const INTEGRATION_SEED = 20_240_826;

/** Writes the synthetic permits, a batch at a time with the cells that count them, then the first release of their counts. */
export async function seedSyntheticPermits(
  options: SeedOptions,
  figures: readonly PublishedFigureRow[],
): Promise<void> {
  const { connection, scale, progress } = options;
  const total = Math.round(PERMITS_AT_SCALE_1 * scale);
  const draw = permitDrawer(populationWeights(figures));
  const statistics = await SyntheticStatistics.begin('colombia-regularization', regularizationStatistics, connection);
  for (let start = 0; start < total; start += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, total - start) }, (_, offset) => draw(start + offset + 1));
    await permitModel(connection).insertMany(batch, { lean: true });
    await statistics.add(batch);
    progress(start + batch.length, total);
  }
  await statistics.release(new Date(SYNTHETIC_AS_OF));
}

function permitDrawer(population: PopulationWeights) {
  const chances = { permit: new SeededRandom(SEED), integration: new SeededRandom(INTEGRATION_SEED) };
  return (index: number): PermitRow => syntheticPermit(chances, index, population);
}
