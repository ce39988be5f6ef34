import { requestError } from '@pasarela/schema/errors';
import { OWNER_ALL } from '@pasarela/schema/labels/label';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { officeOf } from './governance-service';

/**
 * Refuses whoever does not administer an owner's rules.
 * INVARIANT: an administrator touches their own party's rules alone, and with all others those of ALL. The first
 * rules of a party that joins, which has no administrator here yet, are brought by those of others: its root key
 * signs them, so they can bring them and change nothing in them.
 *
 * @throws NOT_YOUR_RULES.
 */
export function requireOwnRules(owner: string, context: RulesContext): void {
  if (!ownersSeenBy(context).includes(owner) || !context.requester.roles.includes('ADMINISTRATOR'))
    throw requestError('NOT_YOUR_RULES', { owner });
}

/** Refuses whoever administers nothing. @throws NOT_YOUR_RULES. */
export function requireAdministrator({ requester }: Pick<ServeContext, 'requester'>): void {
  if (!requester.roles.includes('ADMINISTRATOR')) throw requestError('NOT_YOUR_RULES', { owner: requester.party });
}

type RulesContext = Pick<ServeContext, 'requester' | 'service'>;

/** The owners whose drafts somebody may see: a party's are its own until they are published; who joins has no secrets yet. */
export const ownersSeenBy = (context: RulesContext): string[] => [
  ...new Set([context.requester.party, OWNER_ALL, ...officeOf(context).joining()]),
];
