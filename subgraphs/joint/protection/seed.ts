import type { DomainSeed, SeedOptions } from '@pasarela/serve/domain/subgraph-definition';
import { familyTracingModel } from './family-tracing.model';
import { referralModel } from './referral.model';
import { referralCompletionModel } from './referral-completion.model';
import { regionProtectedNeedModel } from './region-protected-need.model';
import { ReferralRollUp } from './roll-up-referrals';
import { stationServicesModel } from './station-services.model';
import { stationSpecificNeedModel } from './station-specific-need.model';
import { syntheticAssistanceModel } from './synthetic-assistance-month.model';
import { syntheticAssistanceMonths, syntheticBulletins } from './synthetic-bulletins';
import { syntheticRegionNeeds, syntheticStationNeeds } from './synthetic-needs';
import { referralDrawer, syntheticFamilyTracing } from './synthetic-referrals';

/** Of each kind of synthetic referral there are enough for cells that can be shown, at any scale. */
const LEAST_REFERRALS = 600;
const REFERRALS_AT_SCALE_1 = 4_000;
const BATCH = 2_000;

/** Synthetic contributions; what is published stands in the data files and is not stored. */
export const seed: DomainSeed = {
  version: '1',
  synthetic: true,
  models: (connection) => [
    stationSpecificNeedModel(connection),
    regionProtectedNeedModel(connection),
    stationServicesModel(connection),
    syntheticAssistanceModel(connection),
    familyTracingModel(connection),
    referralModel(connection),
    referralCompletionModel(connection),
  ],
  fill: async (options) => {
    await writeFigures(options);
    await writeReferrals(options);
  },
};

const WHOLE = { ordered: false, lean: true } as const;

async function writeFigures({ connection }: SeedOptions): Promise<void> {
  await stationSpecificNeedModel(connection).insertMany(syntheticStationNeeds(), WHOLE);
  await regionProtectedNeedModel(connection).insertMany(syntheticRegionNeeds(), WHOLE);
  await stationServicesModel(connection).insertMany(syntheticBulletins(), WHOLE);
  await syntheticAssistanceModel(connection).insertMany(syntheticAssistanceMonths(), WHOLE);
  await familyTracingModel(connection).insertMany(syntheticFamilyTracing(), WHOLE);
}

async function writeReferrals({ connection, scale, progress }: SeedOptions): Promise<void> {
  const total = Math.max(LEAST_REFERRALS, Math.round(REFERRALS_AT_SCALE_1 * scale));
  const draw = referralDrawer();
  const rollUp = new ReferralRollUp();
  for (let done = 0; done < total; done += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, total - done) }, (_, offset) => draw(done + offset));
    for (const referral of batch) rollUp.add(referral);
    await referralModel(connection).insertMany(batch, WHOLE);
    progress(done + batch.length, total);
  }
  await referralCompletionModel(connection).insertMany(
    rollUp.rows().map((row) => ({ ...row, released: null })),
    WHOLE,
  );
}
