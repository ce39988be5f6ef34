import { daysBetween } from './calendar-days';
import { VictimConfirmation } from './case-person-role';
import type { CasePersonRow } from './case-person-row';
import { isCountedForOthers } from './counted-for-others';
import type { CountedFor, PersonFigureRow } from './person-figure.model';
import type { SmugglingCaseRow } from './smuggling-case.model';

interface Tally {
  readonly persons: Record<string, number>;
  readonly daysToConfirmed: Record<string, number>;
}

/** Counts persons by role and confirmation, and the days that confirmation took, while cases are written. */
export class PersonRollUp {
  private readonly tallies: Readonly<Record<CountedFor, Tally>> = {
    OWNER: { persons: {}, daysToConfirmed: {} },
    OTHERS: { persons: {}, daysToConfirmed: {} },
  };

  constructor(private readonly dataset: string) {}

  /** Counts the persons of one case. */
  add(row: SmugglingCaseRow): void {
    for (const person of row.persons) {
      addPerson(this.tallies.OWNER, person);
      if (isCountedForOthers(row)) addPerson(this.tallies.OTHERS, person);
    }
  }

  /** The figures, for the owner and for others. */
  rows(): PersonFigureRow[] {
    return (['OWNER', 'OTHERS'] as const).map((_id) => ({ _id, dataset: this.dataset, ...this.tallies[_id] }));
  }
}

/** Where persons of a role and confirmation are counted. */
export const personCell = ({ role, confirmation }: Pick<CasePersonRow, 'role' | 'confirmation'>): string =>
  confirmation === null ? role : `${role}:${confirmation}`;

function addPerson({ persons, daysToConfirmed }: Tally, person: CasePersonRow): void {
  increase(persons, personCell(person));
  const began = (state: VictimConfirmation) =>
    person.stateHistory.find(({ confirmation }) => confirmation === state)?.on;
  const [preliminaryOn, confirmedOn] = [began(VictimConfirmation.PRELIMINARY), began(VictimConfirmation.CONFIRMED)];
  if (preliminaryOn && confirmedOn) increase(daysToConfirmed, String(daysBetween(preliminaryOn, confirmedOn)));
}

function increase(tally: Record<string, number>, cell: string): void {
  tally[cell] = (tally[cell] ?? 0) + 1;
}
