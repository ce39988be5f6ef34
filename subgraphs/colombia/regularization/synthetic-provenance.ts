import { CountUnit } from '@pasarela/serve/domain/count';
import type { CountProvenance } from '@pasarela/serve/statistics/read-statistic';
import { SYNTHETIC_PERMITS } from './synthetic-permit';

const SYNTHETIC = { dataset: SYNTHETIC_PERMITS, countingParty: 'COL: SYNTHETIC' };

/** Where a count of synthetic persons comes from. */
export const syntheticPersons = (definition: string): CountProvenance => ({
  ...SYNTHETIC,
  definition,
  unit: CountUnit.PERSONS,
});

/** Where a count of synthetic applications comes from. */
export const syntheticApplications = (definition: string): CountProvenance => ({
  ...SYNTHETIC,
  definition,
  unit: CountUnit.APPLICATIONS,
});
