import { type DecisionSubject, EVERY_AGREEMENT } from './decision-subject';
import { nameOfAgreement } from './name-of-agreement';
import type { Audience, Cap, Grant } from './rule';
import type { RuleSet } from './rule-set';

/** Whether a grant is in force and applies to who asks, whatever the record. */
export function grantMatches(
  { agreement, audience, purposes, breakGlass }: Grant,
  subject: DecisionSubject,
  { parties }: Pick<RuleSet, 'parties'>,
): boolean {
  const { requester, purpose, at } = subject;
  if (at < agreement.from || at >= agreement.to || !purposes.includes(purpose)) return false;
  if (breakGlass && !isOpen(agreement, subject)) return false;
  return inAudience(audience, requester) && (!audience.agencies || speaksForAgency(requester, parties));
}

/** Whether the break-glass grants of an agreement are open to who asks. */
export const isOpen = (agreement: Grant['agreement'], { open = [] }: DecisionSubject): boolean =>
  open === EVERY_AGREEMENT || open.includes(nameOfAgreement(agreement));

/** Whether the requester's agency is one of their own party's. INVARIANT: another's agency gains nothing (threat 54). */
export function speaksForAgency({ party, agency }: DecisionSubject['requester'], parties: RuleSet['parties']): boolean {
  return Object.hasOwn(parties, party) && (parties[party]?.agencies.includes(agency) ?? false);
}

/** The requester's agency where it is one of their own party's, else empty: it is nobody's, and conditions do not know it. */
export const ownAgency = (requester: DecisionSubject['requester'], { parties }: Pick<RuleSet, 'parties'>): string =>
  speaksForAgency(requester, parties) ? requester.agency : '';

/** Who a cap is matched for, and what. */
export interface CapQuestion extends DecisionSubject {
  /** Whose the field or the row is. */
  readonly owner: string | undefined;
}

/** Whether a cap applies to who asks, whatever the record. An agency that is not the party's own is within any audience. */
export function capMatches(cap: Cap, question: CapQuestion, { parties }: Pick<RuleSet, 'parties'>): boolean {
  const { requester, purpose, owner } = question;
  if (cap.scope === 'CROSSING' && requester.party === owner) return false;
  if (cap.purposes && !cap.purposes.includes(purpose)) return false;
  if (cap.exceptPurposes?.includes(purpose)) return false;
  const { agencies, ...others } = cap.audience;
  return inAudience(speaksForAgency(requester, parties) ? { agencies, ...others } : others, requester);
}

function inAudience({ parties, agencies, roles }: Audience, requester: DecisionSubject['requester']): boolean {
  if (parties && !parties.includes(requester.party)) return false;
  if (agencies && !agencies.includes(requester.agency)) return false;
  return !roles || roles.some((role) => requester.roles.includes(role));
}
