import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { AccessRequestState } from '../access-requests/access-request';
import { type AccessRequestRow, accessRequestModel } from '../access-requests/access-request.model';
import { type SettledRequest, settledRequests, unanswered } from '../access-requests/settled-requests';
import { showAccessRequest } from '../access-requests/show-access-request';
import { ownersSeenBy } from '../own-rules';
import { type InboxItem, InboxItemKind } from './inbox-item';
import { whatToDo } from './what-to-do';

/** For so long an answer to a party's own request stands in its inbox, and at most so many of them. */
const TOLD_FOR_MS = 30 * 86_400_000;
const MAX_ANSWERS = 200;

/** The requests for a party's fields that wait for an answer, and the answers to its own. */
export async function accessRequestItems(context: ServeContext): Promise<InboxItem[]> {
  const waiting = await unanswered({ owner: { $in: ownersSeenBy(context) } }, context);
  const answers = await recentAnswers(context);
  return [
    ...waiting.map((settled) => itemOf(settled, settled.row.askedAt, context)),
    ...answers.map((settled) => itemOf(settled, settled.answeredAt ?? settled.row.askedAt, context)),
  ];
}

const ANSWERS: readonly AccessRequestState[] = [AccessRequestState.GRANTED, AccessRequestState.DECLINED];

async function recentAnswers(context: ServeContext): Promise<SettledRequest[]> {
  const rows = await accessRequestModel(context.connection)
    .find({ 'by.party': context.requester.party })
    .sort({ askedAt: -1, _id: 1 })
    .limit(MAX_ANSWERS)
    .lean<AccessRequestRow[]>();
  const since = context.now.getTime() - TOLD_FOR_MS;
  return (await settledRequests(rows, context)).filter(
    ({ state, answeredAt }) => ANSWERS.includes(state) && Date.parse(answeredAt ?? '') >= since,
  );
}

function itemOf(settled: SettledRequest, since: string, context: ServeContext): InboxItem {
  const { _id, owner } = settled.row;
  return {
    id: `${InboxItemKind.ACCESS_REQUEST}:${_id}`,
    kind: InboxItemKind.ACCESS_REQUEST,
    ...whatToDo(taskFor(settled, context)),
    owner,
    since,
    until: null,
    accessRequest: showAccessRequest(settled, context),
  };
}

function taskFor({ state }: SettledRequest, { requester }: ServeContext): Parameters<typeof whatToDo>[0] {
  if (state === AccessRequestState.GRANTED) return 'USE_GRANT';
  if (state === AccessRequestState.DECLINED) return 'READ_REASON';
  if (!requester.roles.includes('ADMINISTRATOR')) return 'SEE_REQUEST';
  return state === AccessRequestState.DRAFTED ? 'FINISH_DRAFT' : 'ANSWER_REQUEST';
}
