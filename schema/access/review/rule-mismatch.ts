import type { DecisionSubject } from '../decision-subject';
import type { Audience, Cap, Grant } from '../rule';
import { type CapQuestion, isOpen, speaksForAgency } from '../rule-match';
import type { RuleSet } from '../rule-set';

/** Why a rule does not match who asks, whatever the record. */
export type Mismatch =
  | 'NOT_IN_FORCE_YET'
  | 'ENDED'
  | 'OTHER_PURPOSE'
  | 'NOT_OPENED'
  | 'OTHER_PARTY'
  | 'OTHER_AGENCY'
  | 'OTHER_ROLE'
  | 'NOT_CROSSING';

/** The first reason for which a grant does not match; null exactly where `grantMatches` says that it does. */
export function grantMismatch(
  { agreement, audience, purposes, breakGlass }: Grant,
  subject: DecisionSubject,
  { parties }: Pick<RuleSet, 'parties'>,
): Mismatch | null {
  const { requester, purpose, at } = subject;
  if (at < agreement.from) return 'NOT_IN_FORCE_YET';
  if (at >= agreement.to) return 'ENDED';
  if (!purposes.includes(purpose)) return 'OTHER_PURPOSE';
  const named = audienceMismatch(audience, requester);
  const isForeign = audience.agencies !== undefined && !speaksForAgency(requester, parties);
  if (named !== 'OTHER_PARTY' && isForeign) return 'OTHER_AGENCY';
  return named ?? (breakGlass && !isOpen(agreement, subject) ? 'NOT_OPENED' : null);
}

/** The first reason for which a cap does not match; null exactly where `capMatches` says that it does. */
export function capMismatch(
  cap: Cap,
  { requester, purpose, owner }: CapQuestion,
  { parties }: Pick<RuleSet, 'parties'>,
): Mismatch | null {
  if (cap.scope === 'CROSSING' && requester.party === owner) return 'NOT_CROSSING';
  if (cap.purposes && !cap.purposes.includes(purpose)) return 'OTHER_PURPOSE';
  if (cap.exceptPurposes?.includes(purpose)) return 'OTHER_PURPOSE';
  // An agency that is not the party's own is within any audience.
  const { agencies, ...others } = cap.audience;
  return audienceMismatch(speaksForAgency(requester, parties) ? { agencies, ...others } : others, requester);
}

function audienceMismatch(
  { parties, agencies, roles }: Audience,
  requester: DecisionSubject['requester'],
): Mismatch | null {
  if (parties && !parties.includes(requester.party)) return 'OTHER_PARTY';
  if (agencies && !agencies.includes(requester.agency)) return 'OTHER_AGENCY';
  if (roles && !roles.some((role) => requester.roles.includes(role))) return 'OTHER_ROLE';
  return null;
}
