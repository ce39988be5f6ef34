import { Decider } from '@pasarela/schema/access/decider';
import { loadRuleSet } from '@pasarela/schema/access/load-rule-set';
import type { RuleSet } from '@pasarela/schema/access/rule-set';
import { loadContract } from '@pasarela/schema/contract';
import { PURPOSES_WITH_CASE, type Purpose } from '@pasarela/schema/identity/purposes';
import { PERSONAS } from '@pasarela/scripts/development/personas';

/** In whose name the gateway asks, and for what. */
export interface Asker {
  readonly as: string;
  readonly purpose: Purpose;
}

/** Requesters whose tokens allow different things, of three parties and the seven roles. */
export const ASKERS: readonly Asker[] = [
  { as: 'analyst.pan', purpose: 'MIGRATION_MANAGEMENT' },
  { as: 'analyst.col', purpose: 'MIGRATION_MANAGEMENT' },
  { as: 'analyst.usa', purpose: 'STATISTICS' },
  { as: 'investigator.pan', purpose: 'ENFORCEMENT' },
  { as: 'investigator.usa', purpose: 'ENFORCEMENT' },
  { as: 'protection.pan', purpose: 'PROTECTION' },
  { as: 'protection.col', purpose: 'CHILD_PROTECTION' },
  { as: 'protection.usa', purpose: 'PROTECTION' },
  { as: 'administrator.usa', purpose: 'POLICY_ADMINISTRATION' },
  { as: 'dashboard.col', purpose: 'STATISTICS' },
  { as: 'auditor.pan', purpose: 'AUDIT' },
];

/** The case that a request names where its purpose needs one. */
export const caseOf = ({ purpose }: Asker): { caseReference?: string } =>
  PURPOSES_WITH_CASE.includes(purpose) ? { caseReference: 'CASE-1' } : {};

/** The shipped rules. */
export const shippedRules = (): RuleSet => {
  const { directory, labels } = loadContract();
  return loadRuleSet(directory, labels).ruleSet;
};

/** What the shipped rules decide for an asker at an instant. */
export function deciderFor(asker: Asker, ruleSet: RuleSet, at: Date): Decider {
  const persona = PERSONAS.get(asker.as);
  if (!persona) throw new Error(`there is no persona ${asker.as}`);
  const caseGiven = caseOf(asker).caseReference !== undefined;
  return new Decider(ruleSet, { requester: persona, purpose: asker.purpose, at: at.getTime(), caseGiven });
}
