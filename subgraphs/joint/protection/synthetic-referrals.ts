import { scatteredId } from '@pasarela/serve/domain/scattered-id';
import { SeededRandom } from '@pasarela/serve/domain/seeded-random';
import { AssistanceSector } from './assistance-sector';
import { quarterOf } from './calendar';
import { FamilyTracingState } from './family-tracing';
import type { FamilyTracingDocument } from './family-tracing.model';
import { ReferralOutcome } from './referral';
import type { ReferralDocument } from './referral.model';
import { SYNTHETIC_CONTRIBUTORS, SYNTHETIC_MONTHS, SYNTHETIC_STATIONS } from './synthetic';
import { seedChange } from './versioned-record';

const SEED = 605_011;
const TRACING_SEED = 605_012;
const TRACING_REFERRALS = 40;
const OUTCOMES = [
  [ReferralOutcome.COMPLETED, 5],
  [ReferralOutcome.PENDING, 3],
  [ReferralOutcome.DECLINED, 1],
  [ReferralOutcome.NOT_REACHED, 1],
] as const;
/** To whom a contributor refers. */
const ADDRESSED: Readonly<Record<string, readonly string[]>> = { HUM: ['PAN', 'COL'], PAN: ['HUM'] };

const dayIn = (random: SeededRandom): string =>
  `${random.pick(SYNTHETIC_MONTHS)}-${String(random.integer(1, 28)).padStart(2, '0')}`;

/** Draws referrals that nobody made, of nobody, in the order of their numbers: 0, 1, 2. */
export function referralDrawer(): (number: number) => ReferralDocument {
  const random = new SeededRandom(SEED);
  return (i) => {
    const contributedBy = SYNTHETIC_CONTRIBUTORS[i % SYNTHETIC_CONTRIBUTORS.length] as string;
    const referredOn = dayIn(random);
    const id = scatteredId('Referral', String(i));
    return {
      _id: id,
      dataset: 'SYNTHETIC referrals',
      contributedBy,
      addressedTo: random.pick(ADDRESSED[contributedBy] as readonly string[]),
      station: random.pick(SYNTHETIC_STATIONS),
      sector: random.pick(Object.values(AssistanceSector)),
      referredOn,
      quarter: quarterOf(referredOn),
      outcome: random.weighted(OUTCOMES),
      version: 1,
      history: [seedChange(id, `${referredOn}T00:00:00.000Z`)],
    };
  };
}

/** Referrals for family tracing that nobody made, of nobody. */
export function syntheticFamilyTracing(): FamilyTracingDocument[] {
  const random = new SeededRandom(TRACING_SEED);
  return Array.from({ length: TRACING_REFERRALS }, (_, i) => {
    const contributedBy = SYNTHETIC_CONTRIBUTORS[i % SYNTHETIC_CONTRIBUTORS.length] as string;
    return {
      _id: scatteredId('FamilyTracingReferral', String(i)),
      dataset: 'SYNTHETIC family tracing',
      contributedBy,
      addressedTo: random.pick(ADDRESSED[contributedBy] as readonly string[]),
      openedOn: dayIn(random),
      state: random.pick(Object.values(FamilyTracingState)),
      concernsChild: random.chance(0.6),
    };
  });
}
