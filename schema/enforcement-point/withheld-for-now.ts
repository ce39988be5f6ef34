import { NONE } from '../access/levels';
import type { Cap } from '../access/rule';
import { indexRules, type RuleSet } from '../access/rule-set';
import type { FieldLabel } from '../labels/label';
import type { LocalizedText } from '../localized-text';

/** Why fields of an owner are withheld until the owner, or the network, does something. */
export interface WithholdingReason {
  /** The rule that notices name. */
  readonly id: string;
  readonly owner: string;
  readonly coordinates: readonly string[];
  readonly reason: LocalizedText;
  readonly source: string;
}

/** A rule set in which fields are withheld from everyone, for as long as the reason stands. Never shows more. */
export function withholding(ruleSet: RuleSet, reasons: readonly WithholdingReason[]): RuleSet {
  const caps = reasons.filter(({ coordinates }) => coordinates.length > 0).map(capOf);
  if (caps.length === 0) return ruleSet;
  const { version, labels, parties, agreements, rules } = ruleSet;
  return indexRules({
    version,
    labels,
    parties,
    agreements,
    rules: { grants: rules.grants, caps: [...rules.caps, ...caps] },
  });
}

const capOf = ({ id, owner, coordinates, reason, source }: WithholdingReason): Cap => ({
  id,
  guardrails: id,
  owner,
  target: { coordinates },
  audience: {},
  scope: 'ALWAYS',
  level: NONE,
  reason,
  source,
});

/** Whether a cap can withhold a field: structural fields follow another one, keys and what is never null are always answered. */
export const canBeWithheld = ({ structural, key, nullable }: FieldLabel): boolean => !structural && !key && nullable;
