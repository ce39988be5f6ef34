import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { BreakGlassOpening } from './break-glass-opening';
import type { BreakGlassRow } from './break-glass-opening.model';
import { endOf, stateOfOpening } from './opening-state';

/** An opening as its person and the agreement's owner see it. */
export function showOpening(row: BreakGlassRow, { now }: Pick<ServeContext, 'now'>): BreakGlassOpening {
  const { _id: id, owner, agreement, by, purpose, caseReference, reason, openedAt, review } = row;
  return Object.assign(new BreakGlassOpening(), {
    id,
    owner,
    agreement,
    party: by.party,
    agency: by.agency,
    person: by.id,
    purpose,
    caseReference,
    reason,
    openedAt,
    until: endOf(row),
    state: stateOfOpening(row, now),
    finding: review?.finding ?? null,
    note: review?.note ?? null,
    reviewedAt: review?.at ?? null,
  });
}
