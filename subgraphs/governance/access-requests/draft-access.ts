import { requestError } from '@pasarela/schema/errors';
import { checkClientKey, requestKeyOf } from '@pasarela/serve/domain/client-key';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { draftRules } from '../drafts/draft-rules';
import { type RuleDraftRow, ruleDraftModel } from '../drafts/rule-draft.model';
import { officeOf } from '../governance-service';
import { AccessRequestState } from './access-request';
import { type AccessRequestRow, accessRequestModel } from './access-request.model';
import type { DraftAccessInput } from './draft-access-input';
import { requestToAnswer, requireState } from './find-access-request';
import { documentsWithGrant } from './grant-documents';
import { type SettledRequest, settledRequest } from './settled-requests';

/**
 * Writes the rule draft that grants a request. It is a draft like any other: it shows more, so that a second
 * person approves it before it can be published.
 *
 * @throws UNKNOWN_ACCESS_REQUEST, NOT_YOUR_RULES, ACCESS_REQUEST_CLOSED, UNKNOWN_AGREEMENT, BAD_INPUT, RULES_INVALID.
 */
export function draftAccess(input: DraftAccessInput, context: ServeContext): Promise<SettledRequest> {
  checkClientKey(input.clientKey);
  // In turn: of two administrators who grant one request, the second is told so, and leaves no draft behind.
  return officeOf(context).inTurn(async () => {
    const settled = await requestToAnswer(input.id, context);
    if (await isDraftedUnder(input.clientKey, settled, context)) return settled;
    requireState(settled, AccessRequestState.OPEN);
    const draft = await draftFor(settled.row, input, context);
    if (draft.state !== 'OPEN') throw requestError('DRAFT_CLOSED', { state: draft.state });
    await accessRequestModel(context.connection).updateOne({ _id: input.id }, { $set: { draft: draft._id } });
    return settledRequest({ ...settled.row, draft: draft._id }, context);
  });
}

/** Whether this very call was made before: with the same key by the same person. */
async function isDraftedUnder(clientKey: string, { row, state }: SettledRequest, context: ServeContext) {
  if (state !== AccessRequestState.DRAFTED) return false;
  const draft = await ruleDraftModel(context.connection).findById(row.draft).lean<RuleDraftRow>();
  return draft?.requestKey === requestKeyOf(clientKey, context.requester);
}

function draftFor(row: AccessRequestRow, input: DraftAccessInput, context: ServeContext): Promise<RuleDraftRow> {
  const office = officeOf(context);
  const { owner } = row;
  const documents = documentsWithGrant(office.partOf(owner)?.documents ?? [], row, input);
  const draft = { owner, documents, expectedNumber: office.numberOf(owner), note: noteOf(row) };
  return draftRules({ ...draft, clientKey: input.clientKey }, context);
}

const noteOf = ({ _id, coordinate, level, purpose, by, roles }: AccessRequestRow): string =>
  `Grants request ${_id}: ${coordinate} (${level}) for ${purpose} to ${by.agency} of ${by.party} (${roles.join(', ')})`;
