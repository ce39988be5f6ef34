import { requestError } from '@pasarela/schema/errors';
import { OVERSIGHT_PURPOSES, OVERSIGHT_ROLES } from '@pasarela/schema/evidence/oversight';
import type { ServeContext } from '../domain/serve-context';

/**
 * Refuses whoever does not oversee an owner's data.
 * INVARIANT: evidence is shown to its owner's own oversight alone, whatever a rule of the owner's grants.
 *
 * @throws NOT_YOUR_EVIDENCE.
 */
export function requireOversight(owner: string, { requester, purpose }: Pick<ServeContext, 'requester' | 'purpose'>) {
  const oversees = requester.roles.some((role) => OVERSIGHT_ROLES.includes(role));
  if (requester.party !== owner || !oversees || !OVERSIGHT_PURPOSES.includes(purpose))
    throw requestError('NOT_YOUR_EVIDENCE', { owner });
}
