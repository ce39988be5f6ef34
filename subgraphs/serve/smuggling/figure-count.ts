import { type Count, CountState, type CountUnit, count } from '../domain/count';
import { type CaseOwner, SYNTHETIC_AS_OF } from './case-domain';

/** A synthetic figure of cases as it is to be shown; null is suppressed. */
export interface ShownFigure {
  readonly value: number | null;
  readonly definition: string;
  readonly unit: CountUnit;
  readonly note: string | null;
}

/** The count of a figure, with everything that is needed to read it. */
export function figureCount({ party, dataset }: CaseOwner, { value, ...figure }: ShownFigure): Count {
  return count({
    ...figure,
    value,
    ...(value === null && { state: CountState.SUPPRESSED }),
    countingParty: `${party}: SYNTHETIC`,
    asOf: SYNTHETIC_AS_OF,
    dataset,
  });
}
