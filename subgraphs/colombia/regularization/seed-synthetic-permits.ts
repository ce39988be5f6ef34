import { SeededRandom } from '@pasarela/serve/domain/seeded-random';
import type { SeedOptions } from '@pasarela/serve/domain/subgraph-definition';
import { integrationCells } from './integration-cells';
import { integrationCountModel } from './integration-count.model';
import { type PermitRow, permitModel } from './permit.model';
import { type PopulationWeights, populationWeights } from './permit-calibration';
import { PermitStage } from './permit-stage';
import { permitStageCountModel } from './permit-stage-count.model';
import type { PublishedFigureRow } from './published-figure.model';
import { SYNTHETIC_PERMITS, syntheticPermit } from './synthetic-permit';

/** Permits at scale 1. */
export const PERMITS_AT_SCALE_1 = 20_000;
const BATCH = 2_000;
const SEED = 20_240_229;
const INTEGRATION_SEED = 20_240_826;

/** Writes the synthetic permits, a batch at a time, then their counts by stage and by integration. */
export async function seedSyntheticPermits(
  options: SeedOptions,
  figures: readonly PublishedFigureRow[],
): Promise<void> {
  const { connection, scale, progress } = options;
  const total = Math.round(PERMITS_AT_SCALE_1 * scale);
  const draw = permitDrawer(populationWeights(figures));
  const stages = new Map(Object.values(PermitStage).map((stage) => [stage, 0]));
  const cells = integrationCells();
  for (let start = 0; start < total; start += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, total - start) }, (_, offset) => draw(start + offset + 1));
    for (const { currentStage } of batch) stages.set(currentStage, (stages.get(currentStage) ?? 0) + 1);
    for (const permit of batch) cells.add(permit);
    await permitModel(connection).insertMany(batch, { lean: true });
    progress(start + batch.length, total);
  }
  await permitStageCountModel(connection).insertMany(countRows(stages), { lean: true });
  await integrationCountModel(connection).insertMany(cells.rows(), { lean: true });
}

function permitDrawer(population: PopulationWeights) {
  const chances = { permit: new SeededRandom(SEED), integration: new SeededRandom(INTEGRATION_SEED) };
  return (index: number): PermitRow => syntheticPermit(chances, index, population);
}

function countRows(stages: ReadonlyMap<PermitStage, number>) {
  return [...stages].map(([stage, value], ordinal) => ({ _id: stage, dataset: SYNTHETIC_PERMITS, value, ordinal }));
}
