import { type OpenFederationOptions, openFederation } from '../federation/open-federation';
import { fixtureAppraisals, fixtureRegister } from '../fixtures/appraisals';
import { appraisalsContract, appraisalsRules } from '../fixtures/appraisals/open-appraisals';
import { fixtureSightings } from '../fixtures/sightings';
import { sightingsContract, sightingsRules } from '../fixtures/sightings/open-sightings';
import type { MovableClock, Stage, StageName } from './attack';

/** Enough records for every attack, and few enough to be seeded many times over. */
const SCALE = 0.005;

/** Opens a federation for attacks; close it at the end of the test. */
export async function openStage(name: StageName): Promise<Stage> {
  const clock: MovableClock = { aheadMs: 0 };
  const now = () => new Date(Date.now() + clock.aheadMs);
  const federation = await openFederation({ scale: SCALE, now, ...STAGES[name]() });
  return { ...federation, clock };
}

const STAGES: Readonly<Record<StageName, () => OpenFederationOptions>> = {
  product: () => ({}),
  governed: () => ({ governed: true }),
  sightings: () => ({
    definitions: [fixtureSightings],
    contract: sightingsContract(),
    rulesDirectory: sightingsRules,
  }),
  appraisals: () => ({
    definitions: [fixtureRegister, fixtureAppraisals],
    contract: appraisalsContract(),
    rulesDirectory: appraisalsRules,
  }),
};
