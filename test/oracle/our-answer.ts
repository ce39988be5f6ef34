import { conditionText } from '@pasarela/schema/access/conditions/parse-condition';
import { levelOn } from '@pasarela/schema/access/decide';
import { Decider } from '@pasarela/schema/access/decider';
import { indexRules, type RuleSet } from '@pasarela/schema/access/rule-set';
import { type ConditionText, EXISTS, HIDDEN, type Question, type WrittenRules } from './cases/scenario';
import { AGENCIES, LABELS } from './domain';

const read = (text: ConditionText | undefined) => (text === undefined ? undefined : conditionText.parse(text));

/** The product's rule set of written rules. */
export function ourRuleSet({ grants, caps }: WrittenRules): RuleSet {
  return indexRules({
    version: 'oracle',
    labels: LABELS,
    parties: Object.fromEntries(
      Object.entries(AGENCIES).map(([party, agencies]) => [
        party,
        { name: { en: party, es: party }, contact: `${party}'s officer`, agencies: [...agencies] },
      ]),
    ),
    agreements: [...new Set(grants.map(({ agreement }) => agreement))],
    revocations: [],
    rules: {
      grants: grants.map((grant) => ({ ...grant, when: read(grant.when) })),
      caps: caps.map((cap) => ({ ...cap, when: read(cap.when), unless: read(cap.unless) })),
    },
  });
}

/** What the product answers. */
export function ourAnswer(ruleSet: RuleSet, { asks, subject, record }: Question): string {
  const decider = new Decider(ruleSet, subject);
  if ('field' in asks) return levelOn(decider.decide(asks.field), record);
  return decider.rows(asks.rows).exist.holds(record) ? EXISTS : HIDDEN;
}
