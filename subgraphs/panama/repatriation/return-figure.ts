import { type Count, CountState, CountUnit, count } from '@pasarela/serve/domain/count';

/** Who counts returns: figures of two bodies of one state, which the press passes on. */
export const COUNTING_PARTY = 'PAN: SNM and MinSeg, as the source printed';

type FigureInput = Pick<Count, 'definition' | 'dataset'> &
  Partial<Pick<Count, 'asOf' | 'coverageFrom' | 'coverageTo' | 'source' | 'note' | 'unit'>> & { value: number | null };

/** A published figure of returns; without a value it is NOT_PUBLISHED, which is no zero. */
export function returnFigure({ value, unit = CountUnit.PERSONS, ...figure }: FigureInput): Count {
  return count({
    ...figure,
    ...(value === null && { state: CountState.NOT_PUBLISHED }),
    value,
    unit,
    countingParty: COUNTING_PARTY,
  });
}
