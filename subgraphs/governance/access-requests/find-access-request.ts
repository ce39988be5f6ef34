import { requestError } from '@pasarela/schema/errors';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { isSamePerson } from '../drafts/approvals';
import { personOf } from '../drafts/draft-rules';
import { ownersSeenBy, requireOwnRules } from '../own-rules';
import { AccessRequestState } from './access-request';
import { type AccessRequestRow, accessRequestModel } from './access-request.model';
import { type SettledRequest, settledRequest } from './settled-requests';

/**
 * A request for a field of one's own rules, to be answered.
 *
 * @throws UNKNOWN_ACCESS_REQUEST for one to another owner, whether it is there or not, NOT_YOUR_RULES.
 */
export async function requestToAnswer(id: string, context: ServeContext): Promise<SettledRequest> {
  const row = await found(id, context, ({ owner }) => ownersSeenBy(context).includes(owner));
  requireOwnRules(row.owner, context);
  return settledRequest(row, context);
}

/** A request of one's own. @throws UNKNOWN_ACCESS_REQUEST for anybody else's, whether it is there or not. */
export async function ownRequest(id: string, context: ServeContext): Promise<SettledRequest> {
  return settledRequest(await found(id, context, ({ by }) => isSamePerson(by, personOf(context))), context);
}

async function found(
  id: string,
  { connection }: ServeContext,
  isVisible: (row: AccessRequestRow) => boolean,
): Promise<AccessRequestRow> {
  const row = await accessRequestModel(connection).findById(id).lean<AccessRequestRow>();
  if (!row || !isVisible(row)) throw requestError('UNKNOWN_ACCESS_REQUEST');
  return row;
}

/** Throws ACCESS_REQUEST_CLOSED when a request stands elsewhere than it has to. */
export function requireState({ state }: SettledRequest, ...allowed: readonly AccessRequestState[]): void {
  if (!allowed.includes(state)) throw requestError('ACCESS_REQUEST_CLOSED', { state: AccessRequestState[state] });
}
