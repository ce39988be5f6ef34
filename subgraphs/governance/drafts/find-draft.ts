import { requestError } from '@pasarela/schema/errors';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { officeOf } from '../governance-service';
import { ownersSeenBy } from '../own-rules';
import { type RuleDraftRow, ruleDraftModel } from './rule-draft.model';

/** A draft that the requester may see; null for any other, whether it is there or not. */
export async function visibleDraft(id: string, context: ServeContext): Promise<RuleDraftRow | null> {
  const row = await ruleDraftModel(context.connection).findById(id).lean<RuleDraftRow>();
  return row && ownersSeenBy(context).includes(row.owner) ? row : null;
}

/** A draft that the requester may see. @throws UNKNOWN_DRAFT for any other, whether it is there or not. */
export async function findDraft(id: string, context: ServeContext): Promise<RuleDraftRow> {
  const row = await visibleDraft(id, context);
  if (!row) throw requestError('UNKNOWN_DRAFT');
  return row;
}

/**
 * A draft of the requester's own rules with which something can still be done.
 *
 * @throws UNKNOWN_DRAFT, DRAFT_CLOSED, DRAFT_OUTDATED when another change was published meanwhile.
 */
export async function findOpenDraft(id: string, context: ServeContext): Promise<RuleDraftRow> {
  const row = await findDraft(id, context);
  if (row.state !== 'OPEN') throw requestError('DRAFT_CLOSED', { state: row.state });
  const number = officeOf(context).numberOf(row.owner);
  if (row.number !== number + 1) throw requestError('DRAFT_OUTDATED', { owner: row.owner, number });
  return row;
}
