import { requestError } from '../errors';
import type { DecisionSubject } from './decision-subject';
import type { RuleSet } from './rule-set';

/**
 * Refuses whoever speaks for a state that is no party to the exchange.
 * INVARIANT: they get nothing, not even what is PUBLIC, whoever vouches for them.
 *
 * @throws NO_PARTY.
 */
export function requireKnownParty({ party }: DecisionSubject['requester'], { parties }: RuleSet): void {
  if (!Object.hasOwn(parties, party)) throw requestError('NO_PARTY');
}
