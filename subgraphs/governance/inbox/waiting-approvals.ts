import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { isSamePerson } from '../drafts/approvals';
import { personOf } from '../drafts/draft-rules';
import { RuleDraftState } from '../drafts/rule-draft';
import { type RuleDraftRow, ruleDraftModel } from '../drafts/rule-draft.model';
import { showDraft } from '../drafts/show-draft';
import { officeOf } from '../governance-service';
import { ownersSeenBy } from '../own-rules';
import { type InboxItem, InboxItemKind } from './inbox-item';
import { whatToDo } from './what-to-do';

const MAX_DRAFTS = 100;

/** The drafts of a party's rules that a second person has to approve. Their author has nothing to do about them. */
export async function waitingApprovals(context: ServeContext): Promise<InboxItem[]> {
  const rows = (await Promise.all(ownersSeenBy(context).map((owner) => nextDrafts(owner, context)))).flat();
  const mayApprove = context.requester.roles.includes('ADMINISTRATOR');
  return rows
    .filter(({ author }) => !isSamePerson(author, personOf(context)))
    .map((row) => ({ row, draft: showDraft(row, officeOf(context)) }))
    .filter(({ draft }) => draft.state === RuleDraftState.AWAITING_APPROVAL)
    .map(({ row, draft }) => ({
      id: `${InboxItemKind.APPROVAL_WAITING}:${row._id}`,
      kind: InboxItemKind.APPROVAL_WAITING,
      ...whatToDo(mayApprove ? 'APPROVE' : 'SEE_APPROVAL'),
      owner: row.owner,
      since: row.issuedAt,
      until: null,
      draft,
    }));
}

/** Drafts on top of what is in force: others cannot be published any more. */
function nextDrafts(owner: string, context: ServeContext): Promise<RuleDraftRow[]> {
  const number = officeOf(context).numberOf(owner) + 1;
  return ruleDraftModel(context.connection)
    .find({ owner, number, state: 'OPEN' })
    .sort({ issuedAt: 1, _id: 1 })
    .limit(MAX_DRAFTS)
    .lean<RuleDraftRow[]>();
}
