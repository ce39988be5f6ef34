import type { Decision } from '../decide';
import type { ProfileRules } from '../profile-rules';
import type { Cap, Grant } from '../rule';
import type { RuleSet } from '../rule-set';
import { capMismatch, grantMismatch, type Mismatch } from './rule-mismatch';

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
  /** Why it does not apply, the first reason; null when it does. */
  readonly because: Mismatch | 'NEVER_TRUE' | 'SPARES_ALL' | null;
}

/** Every grant and every cap that speaks of a decided field, grants first. */
export function explainRules(decision: Decision, profile: ProfileRules): ExplainedRule[] {
  const { grants, caps } = profile.ruleSet;
  return [
    ...(grants.get(decision.coordinate) ?? []).map((grant) => explainGrant(grant, decision, profile)),
    ...(caps.get(decision.coordinate) ?? []).map((cap) => explainCap(cap, decision, profile)),
  ];
}

function recordAt({ coordinate, label }: Decision, { labels }: RuleSet) {
  const record = labels.records.get(coordinate.split('.')[0] as string);
  return record && label?.subgraphs.includes(record.subgraph) ? record : undefined;
}

function explainGrant(grant: Grant, decision: Decision, profile: ProfileRules): ExplainedRule {
  const mismatch = grantMismatch(grant, profile.who, profile.ruleSet);
  const { settled } = profile.heldBy(grant, recordAt(decision, profile.ruleSet));
  const because = mismatch ?? (settled === false ? 'NEVER_TRUE' : null);
  return {
    rule: grant.id,
    within: grant.agreement.id,
    owner: grant.agreement.owner,
    does: 'GRANTS',
    level: grant.level,
    applies: because === null,
    onSomeRecords: because === null && settled === undefined,
    because,
  };
}

function explainCap(cap: Cap, decision: Decision, profile: ProfileRules): ExplainedRule {
  const mismatch = capMismatch(cap, { ...profile.who, owner: decision.label?.owner }, profile.ruleSet);
  const { settled } = profile.sparedBy(cap, recordAt(decision, profile.ruleSet));
  const because = mismatch ?? (settled === true ? 'SPARES_ALL' : null);
  return {
    rule: cap.id,
    within: cap.guardrails ?? '',
    owner: cap.owner,
    does: 'CAPS',
    level: cap.level,
    applies: because === null,
    onSomeRecords: because === null && settled === undefined,
    because,
  };
}
