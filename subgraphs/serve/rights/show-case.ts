import { dayAtOffice } from './office-calendar';
import type { RightsCaseRow } from './rights-case.model';
import type { RightsDefinition } from './rights-definition';

/** A case as it is shown. */
export function showCase(row: RightsCaseRow, { law }: RightsDefinition, now: Date) {
  const isOpen = row.state === 'OPEN' || row.state === 'EXTENDED';
  const today = dayAtOffice(now, law.calendar);
  return {
    ...row,
    id: row._id,
    overdue: isOpen && dueOn(row) < today,
    source: law.kinds[row.kind]?.source ?? null,
  };
}

/** The day on which the next term of an open case ends: of the word that it came in, or of the answer. */
export function dueOn({ confirmBy, confirmedAt, deadline }: RightsCaseRow): string {
  return confirmBy && !confirmedAt && confirmBy < deadline ? confirmBy : deadline;
}
