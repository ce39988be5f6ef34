import { requestError } from '../../errors';
import type { Requester } from '../../identity/requester';
import type { RuleSet } from '../rule-set';
import { nameOf, type RevocationIndex } from './revocation';

/** What of a requester can be revoked. */
export type Revocable = Pick<Requester, 'party' | 'id' | 'issuer' | 'key' | 'issuedAt'>;

/**
 * Refuses whoever their own party has revoked, and whoever comes with a token of a revoked key (threat 53).
 *
 * INVARIANT: by the rules that decide this very request, so at each point as soon as they are in force there.
 * @throws ACCESS_REVOKED.
 */
export function refuseRevoked(requester: Revocable, { revoked, parties }: Pick<RuleSet, 'revoked' | 'parties'>): void {
  if (revoked.size === 0) return;
  const { party, issuer, key, id, issuedAt } = requester;
  const byKey = revoked.has(nameOf({ kind: 'KEY', party, issuer, key }));
  if (byKey || isPersonRevoked({ party, id }, issuedAt * 1000, revoked))
    throw requestError('ACCESS_REVOKED', { contact: parties[party]?.contact ?? party });
}

/** Whether what somebody does counts no more, when they did it at an instant. @param at UTC milliseconds. */
export function isPersonRevoked(
  { party, id }: Pick<Requester, 'party' | 'id'>,
  at: number,
  revoked: RevocationIndex,
): boolean {
  const revocations = revoked.get(nameOf({ kind: 'PERSON', party, person: id })) ?? [];
  return revocations.some((one) => one.kind === 'PERSON' && (one.tokensBefore === undefined || at < one.tokensBefore));
}
