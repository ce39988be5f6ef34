import { type Decision } from '../decide';
import { Decider } from '../decider';
import type { DecisionSubject } from '../decision-subject';
import { FULL, NONE } from '../levels';
import { type ProfileRules, profileRules } from '../profile-rules';
import type { Cap, Grant } from '../rule';
import { ownAgency, speaksForAgency } from '../rule-match';
import type { RuleSet } from '../rule-set';

/** Why a rule does not apply to who asks. */
export type Mismatch =
  | 'NOT_IN_FORCE_YET'
  | 'ENDED'
  | 'OTHER_PURPOSE'
  | 'OTHER_PARTY'
  | 'OTHER_AGENCY'
  | 'OTHER_ROLE'
  | 'NOT_CROSSING'
  | 'NEVER_TRUE'
  | 'SPARES_ALL';

/** One rule that speaks of the field, and whether it applies to who asks. */
export interface ExplainedRule {
  readonly rule: string;
  /** The agreement of a grant; the guardrails of a cap. */
  readonly within: string;
  readonly owner: string;
  readonly does: 'GRANTS' | 'CAPS';
  readonly level: string;
  readonly applies: boolean;
  /** Whether it applies to some records only. */
  readonly onSomeRecords: boolean;
  /** Why it does not apply; null when it does. */
  readonly because: Mismatch | null;
}

/** Every rule that speaks of a field, and what follows from them. */
export interface Explanation {
  readonly coordinate: string;
  /** What is enforced. */
  readonly level: string;
  readonly conditional: boolean;
  readonly rules: readonly ExplainedRule[];
  /** `min( max(full, month), min(month) ) = month` */
  readonly arithmetic: string;
  /** What else holds the level down: fields that it is computed from, or rows that exist for nobody of the kind. */
  readonly besides: readonly string[];
}

/** Explains a decision: every grant and cap that speaks of the field, which apply and why others do not, and the sum. */
export function explainDecision(ruleSet: RuleSet, subject: DecisionSubject, coordinate: string): Explanation {
  const decision = new Decider(ruleSet, subject).decide(coordinate);
  const { label } = decision;
  const profile = profileRules(ruleSet, subject);
  const grants = (ruleSet.grants.get(coordinate) ?? []).map((grant) => explainGrant(grant, decision, profile));
  const caps = (ruleSet.caps.get(coordinate) ?? []).map((cap) => explainCap(cap, decision, profile));
  const isPublic = label?.sensitivity === 'PUBLIC';
  return {
    coordinate,
    level: decision.level,
    conditional: decision.conditional !== undefined,
    rules: [...grants, ...caps],
    arithmetic: arithmeticOf({ isPublic, grants, caps, level: decision.level }),
    besides: label ? besidesOf(decision, ruleSet, subject) : ['the field is unknown, so it is withheld'],
  };
}

function recordAt({ coordinate, label }: Decision, { labels }: RuleSet) {
  const record = labels.records.get(coordinate.split('.')[0] as string);
  return record && label?.subgraphs.includes(record.subgraph) ? record : undefined;
}

function explainGrant(grant: Grant, decision: Decision, profile: ProfileRules): ExplainedRule {
  const holds = profile.grantMatches(grant) ? profile.heldBy(grant, recordAt(decision, profile.ruleSet)) : undefined;
  const applies = holds !== undefined && holds.settled !== false;
  return {
    rule: grant.id,
    within: grant.agreement.id,
    owner: grant.agreement.owner,
    does: 'GRANTS',
    level: grant.level,
    applies,
    onSomeRecords: applies && holds.settled === undefined,
    because: applies ? null : holds ? 'NEVER_TRUE' : grantMismatch(grant, profile),
  };
}

function explainCap(cap: Cap, decision: Decision, profile: ProfileRules): ExplainedRule {
  const matches = profile.capMatches(cap, decision.label?.owner);
  const spares = matches ? profile.sparedBy(cap, recordAt(decision, profile.ruleSet)) : undefined;
  const applies = spares !== undefined && spares.settled !== true;
  return {
    rule: cap.id,
    within: cap.guardrails ?? '',
    owner: cap.owner,
    does: 'CAPS',
    level: cap.level,
    applies,
    onSomeRecords: applies && spares.settled === undefined,
    because: applies ? null : spares ? 'SPARES_ALL' : capMismatch(cap, decision.label?.owner, profile),
  };
}

function grantMismatch({ agreement, purposes, audience }: Grant, { who, ruleSet }: ProfileRules): Mismatch {
  if (who.at < agreement.from) return 'NOT_IN_FORCE_YET';
  if (who.at >= agreement.to) return 'ENDED';
  if (!purposes.includes(who.purpose)) return 'OTHER_PURPOSE';
  const named = audienceMismatch(audience, who);
  if (named) return named;
  return speaksForAgency(who.requester, ruleSet.parties) ? 'OTHER_ROLE' : 'OTHER_AGENCY';
}

function capMismatch(cap: Cap, owner: string | undefined, { who }: ProfileRules): Mismatch {
  if (cap.scope === 'CROSSING' && who.requester.party === owner) return 'NOT_CROSSING';
  if (cap.purposes && !cap.purposes.includes(who.purpose)) return 'OTHER_PURPOSE';
  if (cap.exceptPurposes?.includes(who.purpose)) return 'OTHER_PURPOSE';
  return audienceMismatch(cap.audience, who) ?? 'OTHER_ROLE';
}

function audienceMismatch({ parties, agencies, roles }: Grant['audience'], { requester }: DecisionSubject) {
  if (parties && !parties.includes(requester.party)) return 'OTHER_PARTY';
  if (agencies && !agencies.includes(requester.agency)) return 'OTHER_AGENCY';
  if (roles && !roles.some((role) => requester.roles.includes(role))) return 'OTHER_ROLE';
  return undefined;
}

interface Sum {
  readonly isPublic: boolean;
  readonly grants: readonly ExplainedRule[];
  readonly caps: readonly ExplainedRule[];
  readonly level: string;
}

function arithmeticOf({ isPublic, grants, caps, level }: Sum): string {
  const levels = (rules: readonly ExplainedRule[]) =>
    rules
      .filter(({ applies }) => applies)
      .map((rule) => (rule.onSomeRecords ? `${rule.level} on some records` : rule.level));
  const granted = [...(isPublic ? [`${FULL} (published)`] : []), ...levels(grants)];
  if (granted.length === 0) return `nothing granted: ${NONE}`;
  const capped = levels(caps);
  const most = `max(${granted.join(', ')})`;
  return capped.length === 0 ? `${most} = ${level}` : `min( ${most}, min(${capped.join(', ')}) ) = ${level}`;
}

function besidesOf({ label }: Decision, ruleSet: RuleSet, subject: DecisionSubject): string[] {
  const decider = new Decider(ruleSet, {
    ...subject,
    requester: { ...subject.requester, agency: ownAgency(subject.requester, ruleSet) },
  });
  return (label?.requires ?? [])
    .map((required) => decider.decide(required))
    .filter(({ full, label: of }) => !full && !of?.structural)
    .map(({ coordinate, level }) => `computed from ${coordinate}, which is ${level}`);
}
