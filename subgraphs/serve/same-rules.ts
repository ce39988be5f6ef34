import type { RuleSet } from '@pasarela/schema/access/rule-set';
import type { RuleSource } from '@pasarela/schema/access/rule-source';
import { requestError } from '@pasarela/schema/errors';

/** The owner's own copy of the rules by which a gateway decided. @throws RULE_SET_CHANGED when it holds others. */
export async function sameRules(version: string, rules: RuleSource): Promise<RuleSet> {
  const held = rules.current();
  const ruleSet = held.version === version ? held : await rules.refresh();
  if (ruleSet.version !== version) throw requestError('RULE_SET_CHANGED');
  return ruleSet;
}
