import type { DomainSeed, SeedOptions } from '@pasarela/serve/domain/subgraph-definition';
import { SyntheticStatistics } from '@pasarela/serve/statistics/seed-statistics';
import { statisticModels } from '@pasarela/serve/statistics/statistic-models';
import { publishedFlights } from './published-flights';
import { publishedTotals } from './published-totals';
import { repatriationStatistics } from './recrossing-statistics';
import { returnFlightModel } from './return-flight.model';
import { returnManifestEntryModel } from './return-manifest-entry.model';
import { returnTotalModel } from './return-total.model';
import { type ReturnMix, returnMix, syntheticReturns } from './synthetic-returns';

/** Manifest entries at scale 1. */
export const ENTRIES_AT_SCALE_1 = 5_000;
const BATCH = 2_000;
/** The day of the first release of who crossed again. */
const RELEASED_ON = '2026-01-01';

/** Published flights and totals, then the synthetic manifests batch by batch, with the cells of who crossed again, and their first release. */
export const seed: DomainSeed = {
  version: '2',
  synthetic: true,
  models: (connection) => [
    returnFlightModel(connection),
    returnTotalModel(connection),
    returnManifestEntryModel(connection),
    ...statisticModels(connection),
  ],
  fill: writeAll,
};

async function writeAll(options: SeedOptions): Promise<void> {
  const { connection } = options;
  const totals = publishedTotals();
  await returnFlightModel(connection).insertMany(publishedFlights(), { lean: true });
  await returnTotalModel(connection).insertMany(totals, { lean: true });
  await writeManifests(options, returnMix(totals));
}

async function writeManifests({ connection, scale, progress }: SeedOptions, mix: ReturnMix): Promise<void> {
  const total = Math.round(ENTRIES_AT_SCALE_1 * scale);
  const counted = await SyntheticStatistics.begin('panama-repatriation', repatriationStatistics, connection);
  for (let done = 0; done < total; done += BATCH) {
    const size = Math.min(BATCH, total - done);
    const returns = syntheticReturns({ first: done + 1, size, mix });
    const entries = returns.map(({ entry }) => entry);
    await returnManifestEntryModel(connection).insertMany(entries, { ordered: false, lean: true });
    await counted.add(returns);
    progress(done + size, total);
  }
  await counted.release(new Date(RELEASED_ON));
}
