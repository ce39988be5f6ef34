import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { type BreakGlassRow, breakGlassModel } from '../break-glass/break-glass-opening.model';
import { REVIEW_WITHIN_MS } from '../break-glass/open-break-glass';
import { BreakGlassState, endOf, stateOfOpening } from '../break-glass/opening-state';
import { showOpening } from '../break-glass/show-opening';
import { ownersSeenBy } from '../own-rules';
import { type InboxItem, InboxItemKind } from './inbox-item';
import { whatToDo } from './what-to-do';

const MAX_ITEMS = 1_000;

/** What was opened of a party's agreements: what is open right now, and what has ended without a finding. */
export async function breakGlassItems(context: ServeContext): Promise<InboxItem[]> {
  const rows = await breakGlassModel(context.connection)
    .find({ owner: { $in: ownersSeenBy(context) }, review: null })
    .sort({ openedAt: 1, _id: 1 })
    .limit(MAX_ITEMS)
    .lean<BreakGlassRow[]>();
  return rows.map((row) =>
    stateOfOpening(row, context.now) === BreakGlassState.OPEN ? openItem(row, context) : reviewItem(row, context),
  );
}

const openItem = (row: BreakGlassRow, context: ServeContext): InboxItem => ({
  id: `${InboxItemKind.BREAK_GLASS_OPENED}:${row._id}`,
  kind: InboxItemKind.BREAK_GLASS_OPENED,
  ...whatToDo('WATCH_OPENING'),
  owner: row.owner,
  since: row.openedAt,
  until: row.until,
  opening: showOpening(row, context),
});

const reviewItem = (row: BreakGlassRow, context: ServeContext): InboxItem => ({
  id: `${InboxItemKind.BREAK_GLASS_TO_REVIEW}:${row._id}`,
  kind: InboxItemKind.BREAK_GLASS_TO_REVIEW,
  ...whatToDo('REVIEW_OPENING'),
  owner: row.owner,
  since: endOf(row),
  until: new Date(Date.parse(row.openedAt) + REVIEW_WITHIN_MS).toISOString(),
  opening: showOpening(row, context),
});
