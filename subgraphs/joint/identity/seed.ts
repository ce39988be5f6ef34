import { createHash } from 'node:crypto';
import type { DomainSeed, SeedOptions } from '@pasarela/serve/domain/subgraph-definition';
import { checkCountModel } from './check-count.model';
import { enrolledTokens } from './enrolled-tokens';
import { enrolmentModel } from './enrolment.model';
import { identityHitModel } from './identity-hit.model';
import { LIMITS } from './identity-limits';
import { identityProbeModel } from './identity-probe.model';
import { jointFigureModel } from './joint-figure.model';
import { spentProbesModel } from './spent-probes.model';
import { syntheticCheckCounts } from './synthetic-check-counts';
import { SYNTHETIC_IDENTITY } from './synthetic-dataset';
import { syntheticJointFigures } from './synthetic-joint-figures';
import { syntheticPairKey } from './synthetic-keys';
import { type SyntheticTraveller, syntheticTraveller } from './synthetic-traveller';

/** Travellers that each party knows at scale 1; a tenth of that at least. */
export const TRAVELLERS_AT_SCALE_1 = 500;
const LEAST_TRAVELLERS = 50;
const BATCH = 2_000;
/** Owners enrol anew long before; of invented people the tokens may stay. */
const EXPIRES_AT = Date.UTC(2034, 0, 1);

const ownerKey = (owner: string): Uint8Array => createHash('sha256').update(`SYNTHETIC owner key|${owner}`).digest();

/** The travellers of a party at a scale. They are made in memory, on the owner's side, and never stored. */
export function syntheticTravellers(owner: string, scale: number): SyntheticTraveller[] {
  const length = Math.max(LEAST_TRAVELLERS, Math.round(TRAVELLERS_AT_SCALE_1 * scale));
  return Array.from({ length }, (_, number) => syntheticTraveller(owner, number));
}

/** Fills the store with what owners contribute of some travellers. @param travellers whom each party knows. */
export const seedOf = (travellers: (owner: string, scale: number) => readonly SyntheticTraveller[]): DomainSeed => ({
  version: '2',
  synthetic: true,
  models: (connection) => [
    enrolmentModel(connection),
    identityProbeModel(connection),
    identityHitModel(connection),
    spentProbesModel(connection),
    checkCountModel(connection),
    jointFigureModel(connection),
  ],
  fill: async ({ connection, scale, progress }: SeedOptions) => {
    const pairs = LIMITS.parties.flatMap((owner) =>
      LIMITS.parties.filter((asking) => asking !== owner).map((asking) => ({ owner, asking })),
    );
    for (const [index, { owner, asking }] of pairs.entries()) {
      const pairKey = syntheticPairKey(owner, asking);
      const how = { owner, asking, pairKey, ownerKey: ownerKey(owner), dataset: SYNTHETIC_IDENTITY };
      const rows = enrolledTokens(travellers(owner, scale), { ...how, expiresAt: EXPIRES_AT });
      for (let done = 0; done < rows.length; done += BATCH)
        await enrolmentModel(connection).insertMany(rows.slice(done, done + BATCH), { lean: true });
      progress(index + 1, pairs.length);
    }
    await checkCountModel(connection).insertMany(syntheticCheckCounts(), { lean: true });
    await jointFigureModel(connection).insertMany(syntheticJointFigures(), { lean: true });
  },
});

/** Tokens of invented travellers, invented counts of checks, and joint figures. */
export const seed: DomainSeed = seedOf(syntheticTravellers);
