import { corridorCodeOf } from './corridor-code-list';
import type { CorridorFigureRow } from './corridor-figure.model';
import { isCountedForOthers } from './counted-for-others';
import type { SmugglingCaseRow } from './smuggling-case.model';

/** Counts cases by corridor and month of opening while they are written: once a corridor, however often it is named. */
export class CorridorRollUp {
  private readonly cells = new Map<string, { all: number; countableForOthers: number }>();

  constructor(private readonly dataset: string) {}

  /** Counts one case in each of its corridors. */
  add(row: SmugglingCaseRow): void {
    for (const corridor of new Set(row.routes.map(corridorCodeOf))) {
      const _id = `${corridor}|${row.openedMonth}`;
      const { all, countableForOthers } = this.cells.get(_id) ?? { all: 0, countableForOthers: 0 };
      const more = isCountedForOthers(row) ? 1 : 0;
      this.cells.set(_id, { all: all + 1, countableForOthers: countableForOthers + more });
    }
  }

  /** The figures in the order of corridors and months. */
  rows(): CorridorFigureRow[] {
    return [...this.cells]
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([_id, totals]) => {
        const [corridor, openedMonth] = _id.split('|') as [string, string];
        return { _id, dataset: this.dataset, corridor, openedMonth, ...totals };
      });
  }
}
