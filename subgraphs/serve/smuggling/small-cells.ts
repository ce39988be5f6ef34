import type { CaseTotals } from './case-figure.model';

/** The least count of cases shown to another party (minimum cell of 5, common in statistical disclosure control). */
export const SMALLEST_CASES = 5;
/** The least count of cases with victims shown to another party (minimum cell of 10, the house choice for protection). */
export const SMALLEST_CASES_WITH_VICTIMS = 10;
/** The least count of persons in cases shown to another party (10, the house choice for protection). */
export const SMALLEST_PERSONS = 10;

/** What another party may see of a nationality's totals; null is suppressed. */
export interface ShownTotals {
  readonly cases: number | null;
  readonly casesWithIdentifiedVictims: number | null;
}

/** Cases as another party may see them: suppressed from 1 to 4. */
export const casesShownToOthers = (cases: number): number | null =>
  cases > 0 && cases < SMALLEST_CASES ? null : cases;

/** Persons in cases as another party may see them: suppressed under 10, zero too. */
export const personsShownToOthers = (persons: number): number | null => (persons < SMALLEST_PERSONS ? null : persons);

/**
 * Suppresses small cells: cases from 1 to 4; cases with victims under 10, zero too; and
 * cases with victims when so few cases are without that the difference is itself a small cell or none.
 */
export function shownToOthers({ cases, casesWithIdentifiedVictims }: CaseTotals): ShownTotals {
  const victimsSmall =
    casesWithIdentifiedVictims < SMALLEST_CASES_WITH_VICTIMS || cases - casesWithIdentifiedVictims < SMALLEST_CASES;
  return {
    cases: casesShownToOthers(cases),
    casesWithIdentifiedVictims: victimsSmall ? null : casesWithIdentifiedVictims,
  };
}
