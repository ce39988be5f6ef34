import { SeededRandom } from '@pasarela/serve/domain/seeded-random';
import type { SeedOptions } from '@pasarela/serve/domain/subgraph-definition';
import { caseFigureModel } from './case-figure.model';
import { CaseRollUp } from './roll-up-cases';
import { smugglingCaseModel } from './smuggling-case.model';
import { syntheticCase } from './synthetic-case';

/** Cases at scale 1. */
export const CASES_AT_SCALE_1 = 500;
const BATCH = 2_000;
const SEED = 20_240_826;

/** Writes the synthetic cases, a batch at a time, then the figures by nationality. */
export async function seedSyntheticCases({ connection, scale, progress }: SeedOptions): Promise<void> {
  const total = Math.round(CASES_AT_SCALE_1 * scale);
  const random = new SeededRandom(SEED);
  const rollUp = new CaseRollUp();
  for (let start = 0; start < total; start += BATCH) {
    const length = Math.min(BATCH, total - start);
    const batch = Array.from({ length }, (_, offset) => syntheticCase(random, start + offset + 1));
    for (const row of batch) rollUp.add(row);
    await smugglingCaseModel(connection).insertMany(batch, { lean: true });
    progress(start + length, total);
  }
  await caseFigureModel(connection).insertMany(rollUp.rows(), { lean: true });
}
