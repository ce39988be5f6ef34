import type { CaseTotals } from './case-figure.model';

/** The least count of cases shown to another party (minimum cell of 5, common in statistical disclosure control). */
export const SMALLEST_CASES = 5;
/** The least count of cases with victims shown to another party (minimum cell of 10, the house choice for protection). */
export const SMALLEST_CASES_WITH_VICTIMS = 10;

/** What another party may see of a nationality's totals; null is suppressed. */
export interface ShownTotals {
  readonly cases: number | null;
  readonly casesWithIdentifiedVictims: number | null;
}

/**
 * Suppresses small cells: cases from 1 to 4; cases with victims under 10, zero too; and
 * cases with victims when so few cases are without that the difference is itself a small cell or none.
 */
export function shownToOthers({ cases, casesWithIdentifiedVictims }: CaseTotals): ShownTotals {
  const casesSmall = cases > 0 && cases < SMALLEST_CASES;
  const victimsSmall =
    casesWithIdentifiedVictims < SMALLEST_CASES_WITH_VICTIMS || cases - casesWithIdentifiedVictims < SMALLEST_CASES;
  return {
    cases: casesSmall ? null : cases,
    casesWithIdentifiedVictims: victimsSmall ? null : casesWithIdentifiedVictims,
  };
}
