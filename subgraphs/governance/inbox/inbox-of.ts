import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { accessRequestItems } from './access-request-items';
import { breakGlassItems } from './break-glass-items';
import type { InboxItem } from './inbox-item';
import { lapsingAgreements } from './lapsing-agreements';
import { waitingApprovals } from './waiting-approvals';

/** Everything that waits for who asks, what ends soonest first, then the newest. */
export async function inboxOf(context: ServeContext): Promise<InboxItem[]> {
  const items = [
    ...(await waitingApprovals(context)),
    ...lapsingAgreements(context),
    ...(await accessRequestItems(context)),
    ...(await breakGlassItems(context)),
  ];
  return items.sort(inOrder);
}

/** What has no end comes behind what has one. INVARIANT: no two items have one place, so that pages are whole. */
export function inOrder(one: InboxItem, other: InboxItem): number {
  const byEnd = compare(one.until ?? LAST, other.until ?? LAST);
  return byEnd || compare(other.since, one.since) || compare(one.id, other.id);
}

/** Behind every instant in ISO 8601. */
const LAST = '~';
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
