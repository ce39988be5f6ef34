import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { officeOf } from '../governance-service';
import { AccessRequestState } from './access-request';
import { type AccessRequestRow, accessRequestModel } from './access-request.model';
import { checkReason } from './check-reason';
import { ownRequest, requestToAnswer, requireState } from './find-access-request';
import { type SettledRequest, settledRequest } from './settled-requests';

/**
 * Declines a request for a field of one's own rules.
 *
 * @throws BAD_INPUT, UNKNOWN_ACCESS_REQUEST, NOT_YOUR_RULES, ACCESS_REQUEST_CLOSED, also while a draft grants it.
 */
export function declineAccess(id: string, reason: string, context: ServeContext): Promise<SettledRequest> {
  checkReason(reason);
  return officeOf(context).inTurn(async () => {
    const settled = await requestToAnswer(id, context);
    requireState(settled, AccessRequestState.OPEN);
    return answered(settled, { answer: 'DECLINED', answerReason: reason.trim() }, context);
  });
}

/** Withdraws a request of one's own. @throws UNKNOWN_ACCESS_REQUEST, ACCESS_REQUEST_CLOSED. */
export function withdrawAccessRequest(id: string, context: ServeContext): Promise<SettledRequest> {
  return officeOf(context).inTurn(async () => {
    const settled = await ownRequest(id, context);
    requireState(settled, AccessRequestState.OPEN, AccessRequestState.DRAFTED);
    return answered(settled, { answer: 'WITHDRAWN', answerReason: null }, context);
  });
}

async function answered(
  { row }: SettledRequest,
  answer: Pick<AccessRequestRow, 'answer' | 'answerReason'>,
  context: ServeContext,
): Promise<SettledRequest> {
  const change = { ...answer, answeredAt: context.now.toISOString() };
  await accessRequestModel(context.connection).updateOne({ _id: row._id, answer: 'OPEN' }, { $set: change });
  return settledRequest({ ...row, ...change }, context);
}
