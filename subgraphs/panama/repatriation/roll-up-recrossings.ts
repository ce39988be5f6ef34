import type { ReturnRecrossingRow } from './return-recrossing.model';
import { DATASET, type SyntheticReturn } from './synthetic-returns';

/** The least number of persons of a cell that anybody is shown (the house choice for matches of persons). */
export const SMALLEST_CELL = 10;

/** Persons returned, and those of them who crossed again. */
export interface RecrossingTotals {
  readonly returned: number;
  readonly crossedAgain: number;
}

/** Counts returns by nationality while they are written, so that no request ever scans them. */
export class RecrossingRollUp {
  private readonly byNationality = new Map<string, RecrossingTotals>();

  /** Counts one return of somebody who left. */
  add({ entry: { nationality, removalFinal }, crossedAgain }: SyntheticReturn): void {
    if (!nationality || !removalFinal) return;
    const totals = this.byNationality.get(nationality) ?? { returned: 0, crossedAgain: 0 };
    this.byNationality.set(nationality, {
      returned: totals.returned + 1,
      crossedAgain: totals.crossedAgain + (crossedAgain ? 1 : 0),
    });
  }

  /** The cells as they are released, in the order of the codes. */
  rows(): ReturnRecrossingRow[] {
    return [...this.byNationality]
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([code, totals]) => ({ _id: code, dataset: DATASET, ...releasedCells(totals) }));
  }
}

/** Suppresses cells under 10, zero too, and a cell of which the rest of its row is under 10: the difference would tell. */
export function releasedCells({
  returned,
  crossedAgain,
}: RecrossingTotals): Pick<ReturnRecrossingRow, 'returnedPersons' | 'personsCrossedAgain'> {
  const fewAgain = crossedAgain < SMALLEST_CELL || returned - crossedAgain < SMALLEST_CELL;
  return {
    returnedPersons: returned < SMALLEST_CELL ? null : returned,
    personsCrossedAgain: fewAgain ? null : crossedAgain,
  };
}
