import { indexRules, type RuleSet } from '../access/rule-set';
import { type WithholdingReason, withholdingCap } from '../access/withholding-cap';

/** A rule set in which fields are withheld from everyone, for as long as the reasons stand. Never shows more. */
export function withholding(ruleSet: RuleSet, reasons: readonly WithholdingReason[]): RuleSet {
  const caps = reasons.filter(({ coordinates }) => coordinates.length > 0).map(withholdingCap);
  if (caps.length === 0) return ruleSet;
  const { version, labels, parties, agreements, rules, revocations, openings } = ruleSet;
  return indexRules({
    version,
    labels,
    parties,
    agreements,
    revocations,
    openings,
    rules: { ...rules, caps: [...rules.caps, ...caps] },
  });
}
