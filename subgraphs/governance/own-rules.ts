import { requestError } from '@pasarela/schema/errors';
import { OWNER_ALL } from '@pasarela/schema/labels/label';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';

/**
 * Refuses whoever does not administer an owner's rules.
 * INVARIANT: an administrator touches their own party's rules alone, and with all others those of ALL.
 *
 * @throws NOT_YOUR_RULES.
 */
export function requireOwnRules(owner: string, { requester }: Pick<ServeContext, 'requester'>): void {
  if (!ownersSeenBy({ requester }).includes(owner) || !requester.roles.includes('ADMINISTRATOR'))
    throw requestError('NOT_YOUR_RULES', { owner });
}

/** Refuses whoever administers nothing. @throws NOT_YOUR_RULES. */
export function requireAdministrator({ requester }: Pick<ServeContext, 'requester'>): void {
  if (!requester.roles.includes('ADMINISTRATOR')) throw requestError('NOT_YOUR_RULES', { owner: requester.party });
}

/** The owners whose drafts somebody may see: a party's are its own until they are published. */
export const ownersSeenBy = ({ requester }: Pick<ServeContext, 'requester'>): string[] => [requester.party, OWNER_ALL];
