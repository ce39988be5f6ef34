import type { SeededRandom } from '@pasarela/serve/domain/seeded-random';
import { daysAfter } from './calendar-days';
import type { PermitHolderRow } from './permit.model';
import type { PopulationCell } from './permit-calibration';
import { HealthAffiliation } from './permit-holder';
import type { SyntheticIntegration } from './synthetic-integration';

/** Years of age in a band of UNHCR, least and most. */
const YEARS: Readonly<Record<string, readonly [number, number]>> = {
  '0-4': [0, 4],
  '5-11': [5, 11],
  '12-17': [12, 17],
  '18-59': [18, 59],
  '60+': [60, 85],
};

/** Shares and weights of what nobody publishes: invented. */
const SECOND_NATIONALITY_SHARE = 0.03;
const SECOND_NATIONALITIES = ['COL', 'ECU', 'ESP', 'PAN', 'PRT', 'USA'];
const ASYLUM_CLAIM_SHARE = 0.01;
const ILLNESS_SHARE = 0.03;
const HEALTH_WEIGHTS = [
  [HealthAffiliation.CONTRIBUTORY, 30],
  [HealthAffiliation.SUBSIDIZED, 40],
  [HealthAffiliation.UNAFFILIATED, 30],
] as const;

/** What is known of a person before they are drawn. */
interface HolderToDraw {
  readonly number: string;
  readonly cell: PopulationCell;
  readonly registeredOn: string;
  readonly integration: SyntheticIntegration;
}

/** Draws the person of one application. Every text begins with SYNTHETIC; no value is a real person's. */
export function syntheticHolder(
  random: SeededRandom,
  { number, cell, registeredOn, integration }: HolderToDraw,
): PermitHolderRow {
  const born = birthDate(random, cell.ageBand, registeredOn);
  const secondNationality = random.chance(SECOND_NATIONALITY_SHARE) ? random.pick(SECOND_NATIONALITIES) : null;
  return {
    fullName: `SYNTHETIC Person ${number}`,
    birthDate: born,
    minor: (YEARS[cell.ageBand] as readonly [number, number])[1] < 18,
    sex: cell.sex,
    nationality: 'VEN',
    secondNationality,
    claimedNationalities: secondNationality === null ? [] : [secondNationality],
    habitualResidence: 'VEN',
    documentNumber: `SYNTHETIC-DOC-${number}`,
    biometricReference: `SYNTHETIC-BIO-${number}`,
    householdAddress: `SYNTHETIC address ${number}`,
    healthAffiliation: random.weighted(HEALTH_WEIGHTS),
    ...integration,
    asylumClaim: random.chance(ASYLUM_CLAIM_SHARE),
    disabilityOrIllness: random.chance(ILLNESS_SHARE) ? `SYNTHETIC condition ${number}` : null,
    caseworkerNotes: `SYNTHETIC note ${number}`,
  };
}

function birthDate(random: SeededRandom, ageBand: string, registeredOn: string): string {
  const [least, most] = YEARS[ageBand] as readonly [number, number];
  return daysAfter(registeredOn, -Math.ceil(random.integer(least, most) * 365.25) - random.integer(0, 363));
}
