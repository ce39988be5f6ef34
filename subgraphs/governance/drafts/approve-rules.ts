import { requestError } from '@pasarela/schema/errors';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { officeOf } from '../governance-service';
import { requireOwnRules } from '../own-rules';
import { isSamePerson } from './approvals';
import { personOf } from './draft-rules';
import { findOpenDraft } from './find-draft';
import { reviewDraft } from './review-draft';
import { type RuleDraftRow, ruleDraftModel } from './rule-draft.model';

/**
 * Approves a change as it is now. Approving once more does nothing.
 *
 * @param changeHash what the approver saw.
 * @throws UNKNOWN_DRAFT, NOT_YOUR_RULES, DRAFT_CLOSED, DRAFT_OUTDATED, OWN_APPROVAL, CHANGE_DIFFERS.
 */
export async function approveRules(id: string, changeHash: string, context: ServeContext): Promise<RuleDraftRow> {
  const row = await findOpenDraft(id, context);
  requireOwnRules(row.owner, context);
  const by = personOf(context);
  if (isSamePerson(by, row.author)) throw requestError('OWN_APPROVAL');
  if (reviewDraft(row, officeOf(context)).changeHash !== changeHash) throw requestError('CHANGE_DIFFERS');
  const approval = { by, at: context.now.toISOString(), changeHash };
  if (row.approvals.some((one) => isSamePerson(one.by, by) && one.changeHash === changeHash)) return row;
  const model = ruleDraftModel(context.connection);
  await model.updateOne({ _id: id, state: 'OPEN' }, { $push: { approvals: approval } });
  return { ...row, approvals: [...row.approvals, approval] };
}
