import type { Decision } from '@pasarela/schema/access/decide';
import { Decider } from '@pasarela/schema/access/decider';
import { loadRuleSet } from '@pasarela/schema/access/load-rule-set';
import type { Cap, Grant } from '@pasarela/schema/access/rule';
import { indexRules, type RuleSet } from '@pasarela/schema/access/rule-set';
import { loadContract } from '@pasarela/schema/contract';
import type { DecisionRow } from './read-decisions';

/** The rules that ship with the product, each rule once. */
export interface ShippedRules {
  readonly ruleSet: RuleSet;
  readonly grants: ReadonlyMap<string, Grant>;
  readonly caps: ReadonlyMap<string, Cap>;
}

/** Loads the shipped rules; a rejected part stops the test. */
export function loadShippedRules(): ShippedRules {
  const { directory, labels } = loadContract();
  const { ruleSet, rejected } = loadRuleSet(directory, labels);
  if (rejected.size > 0) throw new Error([...rejected.values()].map(({ message }) => message).join('\n'));
  const byId = <Rule extends { id: string }>(rules: readonly Rule[]) => new Map(rules.map((rule) => [rule.id, rule]));
  return { ruleSet, grants: byId(ruleSet.rules.grants), caps: byId(ruleSet.rules.caps) };
}

/** Decides a row under the shipped rules. @param leftOut a grant that is taken away first. */
export function decideRow(row: DecisionRow, { ruleSet, grants, caps }: ShippedRules, leftOut?: string): Decision {
  const kept = [...grants.values()].filter(({ id }) => id !== leftOut);
  const changed = indexRules({
    ...ruleSet,
    rules: { grants: row.evenIfGranted ? [...kept, grantOfEverything(row)] : kept, caps: [...caps.values()] },
  });
  const subject = { requester: row.requester, purpose: row.purpose, at: row.at.getTime() };
  return new Decider(changed, subject).decide(row.field);
}

/** The careless agreement that guardrails are there for: everything, to everyone, for ever. */
function grantOfEverything({ field, purpose }: DecisionRow): Grant {
  const text = { en: 'Everything', es: 'Todo' };
  return {
    id: 'EVERYTHING',
    agreement: {
      id: 'EVERYTHING',
      owner: 'ALL',
      title: text,
      parties: [],
      legalGround: text,
      from: Number.NEGATIVE_INFINITY,
      to: Number.POSITIVE_INFINITY,
      obligations: { deleteBy: 'P1D', passingOn: text },
    },
    coordinates: [field],
    audience: {},
    purposes: [purpose],
    level: 'full',
  };
}
