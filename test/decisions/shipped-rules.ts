import { loadRuleSet } from '@pasarela/schema/access/load-rule-set';
import type { Cap, Grant } from '@pasarela/schema/access/rule';
import type { RuleSet } from '@pasarela/schema/access/rule-set';
import { loadContract } from '@pasarela/schema/contract';
import type { LabelTable } from '@pasarela/schema/labels/label';

/** The rules that ship with the product, each rule once. */
export interface ShippedRules {
  readonly ruleSet: RuleSet;
  readonly grants: ReadonlyMap<string, Grant>;
  readonly caps: ReadonlyMap<string, Cap>;
}

/** Loads the shipped rules over the product's own contract. */
export function loadShippedRules(): ShippedRules {
  const { directory, labels } = loadContract();
  return loadRules(directory, labels);
}

/** Loads the rules of a folder; a rejected part stops the test. */
export function loadRules(directory: string, labels: LabelTable): ShippedRules {
  const { ruleSet, rejected } = loadRuleSet(directory, labels);
  if (rejected.size > 0) throw new Error([...rejected.values()].map(({ message }) => message).join('\n'));
  return { ruleSet, grants: byId(ruleSet.rules.grants), caps: byId(ruleSet.rules.caps) };
}

function byId<Rule extends { readonly id: string }>(rules: readonly Rule[]): ReadonlyMap<string, Rule> {
  const named = new Map(rules.map((rule) => [rule.id, rule]));
  if (named.size < rules.length) throw new Error('two rules have one id');
  return named;
}
