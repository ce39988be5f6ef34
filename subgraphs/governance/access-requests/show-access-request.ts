import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { ownersSeenBy } from '../own-rules';
import { AccessRequest } from './access-request';
import type { SettledRequest } from './settled-requests';

/**
 * A request as somebody sees it.
 *
 * INVARIANT: the owner learns the party, agency and roles of who asks, not who the person is; who asks does
 * not learn of the owner's drafts by name.
 */
export function showAccessRequest({ row, state, answeredAt }: SettledRequest, context: ServeContext): AccessRequest {
  const { _id: id, owner, coordinate, purpose, level, reason, by, roles, askedAt, answerReason } = row;
  const { party, agency } = by;
  return Object.assign(new AccessRequest(), {
    id,
    owner,
    coordinate,
    purpose,
    level,
    reason,
    party,
    agency,
    roles,
    askedBy: party === context.requester.party ? by.id : null,
    askedAt,
    state,
    answeredAt,
    answerReason,
    draft: ownersSeenBy(context).includes(owner) ? row.draft : null,
  });
}
