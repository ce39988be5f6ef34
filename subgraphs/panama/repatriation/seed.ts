import type { DomainSeed, SeedOptions } from '@pasarela/serve/domain/subgraph-definition';
import { publishedFlights } from './published-flights';
import { publishedTotals } from './published-totals';
import { returnFlightModel } from './return-flight.model';
import { returnManifestEntryModel } from './return-manifest-entry.model';
import { returnRecrossingModel } from './return-recrossing.model';
import { returnTotalModel } from './return-total.model';
import { RecrossingRollUp } from './roll-up-recrossings';
import { type ReturnMix, returnMix, syntheticReturns } from './synthetic-returns';

/** Manifest entries at scale 1. */
export const ENTRIES_AT_SCALE_1 = 5_000;
const BATCH = 2_000;

/** Published flights and totals, then the synthetic manifests batch by batch, then who crossed again. */
export const seed: DomainSeed = {
  version: '1',
  synthetic: true,
  models: (connection) => [
    returnFlightModel(connection),
    returnTotalModel(connection),
    returnManifestEntryModel(connection),
    returnRecrossingModel(connection),
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
  const rollUp = new RecrossingRollUp();
  for (let done = 0; done < total; done += BATCH) {
    const size = Math.min(BATCH, total - done);
    const returns = syntheticReturns({ first: done + 1, size, mix });
    for (const each of returns) rollUp.add(each);
    const entries = returns.map(({ entry }) => entry);
    await returnManifestEntryModel(connection).insertMany(entries, { ordered: false, lean: true });
    progress(done + size, total);
  }
  await returnRecrossingModel(connection).insertMany(rollUp.rows(), { lean: true });
}
