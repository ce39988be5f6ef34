import { requestError } from '@pasarela/schema/errors';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { checkReason } from '../access-requests/check-reason';
import { isSamePerson } from '../drafts/approvals';
import { personOf } from '../drafts/draft-rules';
import { ownersSeenBy } from '../own-rules';
import { type BreakGlassRow, breakGlassModel, type StoredReview } from './break-glass-opening.model';
import { BreakGlassState, stateOfOpening } from './opening-state';
import { putInForce } from './put-in-force';

/** Ends an opening of one's own agreement, at once. @throws UNKNOWN_OPENING, OPENING_STATE when it has ended. */
export function endBreakGlass(id: string, context: ServeContext): Promise<BreakGlassRow> {
  return putInForce(async () => {
    const row = await openingToOversee(id, BreakGlassState.OPEN, context);
    const endedAt = context.now.toISOString();
    await breakGlassModel(context.connection).updateOne({ _id: id, endedAt: null }, { $set: { endedAt } });
    return { ...row, endedAt };
  }, context);
}

/**
 * Records what the owner found, once an opening has ended.
 *
 * @throws UNKNOWN_OPENING, OPENING_STATE, OWN_REVIEW, BAD_INPUT.
 */
export async function reviewBreakGlass(
  id: string,
  { finding, note }: Pick<StoredReview, 'finding' | 'note'>,
  context: ServeContext,
): Promise<BreakGlassRow> {
  checkReason(note, 'note');
  const row = await openingToOversee(id, BreakGlassState.TO_REVIEW, context);
  const by = personOf(context);
  if (isSamePerson(by, row.by)) throw requestError('OWN_REVIEW');
  const review = { by, at: context.now.toISOString(), finding, note: note.trim() };
  const { modifiedCount } = await breakGlassModel(context.connection).updateOne(
    { _id: id, review: null },
    { $set: { review } },
  );
  if (modifiedCount === 0) throw requestError('OPENING_STATE', { state: BreakGlassState.REVIEWED });
  return { ...row, review };
}

/** INVARIANT: only the owner of an agreement oversees who opened it; for all others there is no such opening. */
async function openingToOversee(id: string, needed: BreakGlassState, context: ServeContext): Promise<BreakGlassRow> {
  const row = await breakGlassModel(context.connection).findById(id).lean<BreakGlassRow>();
  if (!row || !ownersSeenBy(context).includes(row.owner)) throw requestError('UNKNOWN_OPENING');
  const state = stateOfOpening(row, context.now);
  if (state !== needed) throw requestError('OPENING_STATE', { state });
  return row;
}
