import type { DecisionSubject } from './decision-subject';
import type { Audience, Cap, Grant } from './rule';
import type { RuleSet } from './rule-set';

/** Whether a grant is in force and applies to who asks, whatever the record. */
export function grantMatches(
  { agreement, audience, purposes }: Grant,
  subject: DecisionSubject,
  { parties }: Pick<RuleSet, 'parties'>,
): boolean {
  const { requester, purpose, at } = subject;
  if (at < agreement.from || at >= agreement.to || !purposes.includes(purpose)) return false;
  return inAudience(audience, requester) && (!audience.agencies || speaksForAgency(requester, parties));
}

/** INVARIANT: an issuer names agencies of its own country only; another's agency gains nothing (threat 54). */
function speaksForAgency({ party, agency }: DecisionSubject['requester'], parties: RuleSet['parties']): boolean {
  return parties[party]?.agencies.includes(agency) ?? false;
}

/** Whether a cap applies to who asks, whatever the record. @param owner whose the field or the row is. */
export function capMatches(cap: Cap, { requester, purpose }: DecisionSubject, owner: string | undefined): boolean {
  if (cap.scope === 'CROSSING' && requester.party === owner) return false;
  if (cap.purposes && !cap.purposes.includes(purpose)) return false;
  if (cap.exceptPurposes?.includes(purpose)) return false;
  return inAudience(cap.audience, requester);
}

function inAudience({ parties, agencies, roles }: Audience, requester: DecisionSubject['requester']): boolean {
  if (parties && !parties.includes(requester.party)) return false;
  if (agencies && !agencies.includes(requester.agency)) return false;
  return !roles || roles.some((role) => requester.roles.includes(role));
}
