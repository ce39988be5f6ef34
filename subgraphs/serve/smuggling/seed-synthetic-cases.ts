import { SeededRandom } from '../domain/seeded-random';
import type { SeedOptions } from '../domain/subgraph-definition';
import { SyntheticStatistics } from '../statistics/seed-statistics';
import type { DomainStatistics } from '../statistics/statistic-table';
import { type CaseDomain, SYNTHETIC_AS_OF } from './case-domain';
import { smugglingCaseModel } from './smuggling-case.model';
import { syntheticCase } from './synthetic-case';

const BATCH = 2_000;

/** Writes an owner's synthetic cases, a batch at a time with the cells that count them, then the first releases. */
export async function seedSyntheticCases(
  domain: CaseDomain,
  statistics: DomainStatistics,
  { connection, scale, progress }: SeedOptions,
): Promise<void> {
  const { mix } = domain;
  const total = Math.round(mix.casesAtScale1 * scale);
  const random = new SeededRandom(mix.seed);
  const counted = await SyntheticStatistics.begin(`smuggling cases of ${domain.party}`, statistics, connection);
  for (let start = 0; start < total; start += BATCH) {
    const length = Math.min(BATCH, total - start);
    const batch = Array.from({ length }, (_, offset) => syntheticCase(random, domain, start + offset + 1));
    await smugglingCaseModel(connection, domain).insertMany(batch, { lean: true });
    await counted.add(batch);
    progress(start + length, total);
  }
  await counted.release(new Date(SYNTHETIC_AS_OF));
}
