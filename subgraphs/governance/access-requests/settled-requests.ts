import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import type { QueryFilter } from 'mongoose';
import { type RuleDraftRow, ruleDraftModel } from '../drafts/rule-draft.model';
import { officeOf } from '../governance-service';
import { type PublishedPart, publishedPartModel } from '../publications/published-part.model';
import type { RuleOffice } from '../rule-office';
import { AccessRequestState } from './access-request';
import { type AccessRequestRow, accessRequestModel } from './access-request.model';

/** A request, and where it stands. */
export interface SettledRequest {
  readonly row: AccessRequestRow;
  readonly state: AccessRequestState;
  /** ISO instant of its answer; null while there is none. */
  readonly answeredAt: string | null;
}

/** Says where requests stand, by what became of their drafts. */
export async function settledRequests(
  rows: readonly AccessRequestRow[],
  context: Pick<ServeContext, 'connection' | 'service'>,
): Promise<SettledRequest[]> {
  const { connection } = context;
  const names = rows.flatMap(({ draft }) => draft ?? []);
  const drafts = await ruleDraftModel(connection)
    .find({ _id: { $in: names } })
    .lean<RuleDraftRow[]>();
  const parts = await publishedPartModel(connection)
    .find({ draft: { $in: names } })
    .lean<PublishedPart[]>();
  const draftOf = new Map(drafts.map((draft) => [draft._id, draft]));
  const publishedAt = new Map(parts.map((part) => [part.draft, part.publishedAt]));
  return rows.map((row) => {
    const state = stateOf(row, draftOf.get(row.draft ?? ''), officeOf(context));
    const granted = state === AccessRequestState.GRANTED ? (publishedAt.get(row.draft) ?? null) : null;
    return { row, state, answeredAt: granted ?? row.answeredAt };
  });
}

/** Where one request stands. */
export async function settledRequest(row: AccessRequestRow, context: ServeContext): Promise<SettledRequest> {
  const [settled] = await settledRequests([row], context);
  return settled as SettledRequest;
}

/** A draft that was withdrawn, or that another change overtook, grants nothing: then the request is open again. */
function stateOf(
  { answer }: AccessRequestRow,
  draft: RuleDraftRow | undefined,
  office: RuleOffice,
): AccessRequestState {
  if (draft?.state === 'PUBLISHED') return AccessRequestState.GRANTED;
  if (answer !== 'OPEN') return AccessRequestState[answer];
  const isPending = draft?.state === 'OPEN' && draft.number === office.numberOf(draft.owner) + 1;
  return isPending ? AccessRequestState.DRAFTED : AccessRequestState.OPEN;
}

const WAITING: readonly AccessRequestState[] = [AccessRequestState.OPEN, AccessRequestState.DRAFTED];

/** The requests that still wait for an answer, the oldest first. */
export async function unanswered(
  filter: QueryFilter<AccessRequestRow>,
  context: Pick<ServeContext, 'connection' | 'service'>,
): Promise<SettledRequest[]> {
  const rows = await accessRequestModel(context.connection)
    .find({ ...filter, answer: 'OPEN' })
    .sort({ askedAt: 1, _id: 1 })
    .lean<AccessRequestRow[]>();
  return (await settledRequests(rows, context)).filter(({ state }) => WAITING.includes(state));
}
