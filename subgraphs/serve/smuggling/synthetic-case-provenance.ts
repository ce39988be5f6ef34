import type { CountUnit } from '../domain/count';
import type { CountProvenance } from '../statistics/read-statistic';
import type { CaseOwner } from './case-domain';

/** Where a count of an owner's synthetic cases comes from, and that not all of them are counted for others. */
export const syntheticCases = (
  { party, dataset }: CaseOwner,
  definition: string,
  { unit, leftOut = 'Cases under handling code H2 or TLP RED are left out;' }: { unit: CountUnit; leftOut?: string },
): CountProvenance => ({ dataset, countingParty: `${party}: SYNTHETIC`, definition, unit, leftOut });
