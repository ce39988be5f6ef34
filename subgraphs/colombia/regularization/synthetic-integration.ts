import type { SeededRandom } from '@pasarela/serve/domain/seeded-random';
import { ConsentField, ConsentPurpose, ConsentRecipient, Schooling, WorkSituation } from './integration-codes';
import type { ConsentRow, PermitHolderRow } from './permit.model';

/** Shares and weights of what nobody publishes: invented. */
const SCHOOLING_WEIGHTS = [
  [Schooling.ENROLLED, 70],
  [Schooling.NOT_ENROLLED, 30],
] as const;
const WORK_WEIGHTS = [
  [WorkSituation.FORMAL, 25],
  [WorkSituation.NOT_FORMAL, 75],
] as const;
const CONSENT_SHARE = 0.6;
const ENDED_SHARE = 0.15;

const SCHOOL_BANDS: readonly string[] = ['5-11', '12-17'];
const WORK_BANDS: readonly string[] = ['18-59'];
const PERMITS_EXPIRE_ON = '2031-05-30';
const ENDED_ON = '2024-12-31';

/** How a synthetic person goes to school or works, and what of it they consent to have told. */
export type SyntheticIntegration = Pick<PermitHolderRow, 'schooling' | 'formalWork' | 'consent'>;

/** Draws it. Every draw is made for every person, so that one share changes no other. */
export function syntheticIntegration(
  random: SeededRandom,
  { ageBand, registeredOn }: { readonly ageBand: string; readonly registeredOn: string },
): SyntheticIntegration {
  const schooling = random.weighted(SCHOOLING_WEIGHTS);
  const formalWork = random.weighted(WORK_WEIGHTS);
  const consents = random.chance(CONSENT_SHARE);
  const ended = random.chance(ENDED_SHARE);
  return {
    schooling: SCHOOL_BANDS.includes(ageBand) ? schooling : null,
    formalWork: WORK_BANDS.includes(ageBand) ? formalWork : null,
    consent: consents ? consentOf(registeredOn, ended ? ENDED_ON : PERMITS_EXPIRE_ON) : null,
  };
}

/** A consent given with the application, to the party's own protection officers. */
function consentOf(givenOn: string, until: string): ConsentRow {
  return {
    version: 1,
    fields: [ConsentField.SCHOOLING, ConsentField.FORMAL_WORK],
    purposes: [ConsentPurpose.PROTECTION, ConsentPurpose.CHILD_PROTECTION],
    recipients: [ConsentRecipient.COL],
    givenOn,
    until,
    revokedOn: null,
    history: [],
  };
}
