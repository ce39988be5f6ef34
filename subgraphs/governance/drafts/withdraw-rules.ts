import { requestError } from '@pasarela/schema/errors';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { requireOwnRules } from '../own-rules';
import { findDraft } from './find-draft';
import { type RuleDraftRow, ruleDraftModel } from './rule-draft.model';

/** Withdraws a draft that is not published. @throws UNKNOWN_DRAFT, NOT_YOUR_RULES, DRAFT_CLOSED. */
export async function withdrawRules(id: string, context: ServeContext): Promise<RuleDraftRow> {
  const row = await findDraft(id, context);
  requireOwnRules(row.owner, context);
  if (row.state !== 'OPEN') throw requestError('DRAFT_CLOSED', { state: row.state });
  await ruleDraftModel(context.connection).updateOne({ _id: id, state: 'OPEN' }, { $set: { state: 'WITHDRAWN' } });
  return { ...row, state: 'WITHDRAWN' };
}
