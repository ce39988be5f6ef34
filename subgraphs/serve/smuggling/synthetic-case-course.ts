import type { SeededRandom } from '../domain/seeded-random';
import { daysAfter } from './calendar-days';
import { CaseEventKind } from './case-event-kind';
import { CaseStatus } from './case-handling';
import type { CaseEventRow } from './smuggling-case.model';

/** The events that lead to a status, oldest first. */
const COURSES: Readonly<Record<CaseStatus, readonly CaseEventKind[]>> = {
  [CaseStatus.OPEN]: [CaseEventKind.OPENED],
  [CaseStatus.SUSPENDED]: [CaseEventKind.OPENED, CaseEventKind.SUSPENDED],
  [CaseStatus.PROSECUTED]: [
    CaseEventKind.OPENED,
    CaseEventKind.ARREST,
    CaseEventKind.INDICTMENT,
    CaseEventKind.CONVICTION,
  ],
  [CaseStatus.CLOSED]: [CaseEventKind.OPENED, CaseEventKind.CLOSED],
};

/** The first day on which a synthetic case is opened, and how many days follow on which it may be. */
const FIRST_OPENED = '2021-06-01';
const DAYS_OF_OPENING = 1_300;

/** Draws the course of a case: it ends with the event that its status says. */
export function syntheticCourse(random: SeededRandom, status: CaseStatus): CaseEventRow[] {
  let on = daysAfter(FIRST_OPENED, random.integer(0, DAYS_OF_OPENING));
  return COURSES[status].map((event, index) => {
    if (index > 0) on = daysAfter(on, random.integer(10, 110));
    return { on, event };
  });
}
