import type { CaseFigureRow, CaseTotals } from './case-figure.model';
import { CasePersonRole } from './case-person-role';
import { isCountedForOthers } from './counted-for-others';
import type { SmugglingCaseRow } from './smuggling-case.model';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
interface Totals {
  readonly all: Mutable<CaseTotals>;
  readonly countableForOthers: Mutable<CaseTotals>;
}

/** Counts cases by nationality while they are written, so that no request ever scans them. */
export class NationalityRollUp {
  private readonly byNationality = new Map<string, Totals>();

  constructor(private readonly dataset: string) {}

  /** Counts one case, once for each nationality of the smuggled migrants and victims in it. */
  add(row: SmugglingCaseRow): void {
    const ofVictims = nationalitiesOf(row, [CasePersonRole.TRAFFICKING_VICTIM]);
    for (const code of nationalitiesOf(row, [CasePersonRole.SMUGGLED_MIGRANT, CasePersonRole.TRAFFICKING_VICTIM])) {
      const totals = this.totalsOf(code);
      increase(totals.all, ofVictims.has(code));
      if (isCountedForOthers(row)) increase(totals.countableForOthers, ofVictims.has(code));
    }
  }

  /** The figures in the order of the codes. */
  rows(): CaseFigureRow[] {
    return [...this.byNationality]
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([code, totals]) => ({ _id: code, dataset: this.dataset, ...totals }));
  }

  private totalsOf(code: string): Totals {
    const known = this.byNationality.get(code);
    if (known) return known;
    const none = (): Mutable<CaseTotals> => ({ cases: 0, casesWithIdentifiedVictims: 0 });
    const totals = { all: none(), countableForOthers: none() };
    this.byNationality.set(code, totals);
    return totals;
  }
}

function nationalitiesOf({ persons }: SmugglingCaseRow, roles: readonly CasePersonRole[]): Set<string> {
  return new Set(persons.filter(({ role }) => roles.includes(role)).map(({ nationality }) => nationality));
}

function increase(totals: Mutable<CaseTotals>, withVictim: boolean): void {
  totals.cases += 1;
  if (withVictim) totals.casesWithIdentifiedVictims += 1;
}
