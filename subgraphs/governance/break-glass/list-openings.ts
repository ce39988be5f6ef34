import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import type { QueryFilter } from 'mongoose';
import { personOf } from '../drafts/draft-rules';
import { ownersSeenBy } from '../own-rules';
import { type BreakGlassRow, breakGlassModel } from './break-glass-opening.model';

const MAX_LISTED = 100;

/** What who asks has opened, the newest first. */
export function ownOpenings(context: ServeContext): Promise<BreakGlassRow[]> {
  const { party, agency, id } = personOf(context);
  return newest({ 'by.party': party, 'by.agency': agency, 'by.id': id }, context);
}

/** What was opened of the agreements of who asks, the newest first. */
export const openingsOfOwner = (context: ServeContext): Promise<BreakGlassRow[]> =>
  newest({ owner: { $in: ownersSeenBy(context) } }, context);

const newest = (filter: QueryFilter<BreakGlassRow>, { connection }: ServeContext): Promise<BreakGlassRow[]> =>
  breakGlassModel(connection).find(filter).sort({ openedAt: -1, _id: 1 }).limit(MAX_LISTED).lean<BreakGlassRow[]>();
