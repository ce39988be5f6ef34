import { dayOf } from './deadline';
import type { RightsCaseRow } from './rights-case.model';
import type { RightsDefinition } from './rights-definition';

/** A case as it is shown. */
export function showCase(row: RightsCaseRow, { law }: RightsDefinition, now: Date) {
  const isOpen = row.state === 'OPEN' || row.state === 'EXTENDED';
  return {
    ...row,
    id: row._id,
    overdue: isOpen && row.deadline < dayOf(now),
    source: law.kinds[row.kind]?.source ?? null,
  };
}
