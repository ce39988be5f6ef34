import { type Count, CountState } from '@pasarela/serve/domain/count';

/** The least number of persons that another party is shown (minimum cell of 5, common in statistical disclosure control). */
export const SMALLEST_SHOWN = 5;

/** A count as a party may see it: the owner exact, others without the values from 1 to 4. */
export function withSmallCellsSuppressed(exact: Count, party: string): Count {
  const value = exact.value ?? 0;
  const small = value > 0 && value < SMALLEST_SHOWN;
  if (party === 'COL' || !small) return exact;
  return Object.assign(exact, { value: null, state: CountState.SUPPRESSED });
}
