import { isUnderRulesOf } from '../access/joint-rules';
import type { RuleSet } from '../access/rule-set';
import { canBeWithheld, type WithholdingReason } from '../access/withholding-cap';

const REASON = {
  en: "The owner's rules could not be confirmed for too long; until they can, only what is published is shown.",
  es: 'Las reglas del titular no se pudieron confirmar durante demasiado tiempo; hasta entonces solo se muestra lo publicado.',
};

/** The reason for which everything of an owner but what is PUBLIC is withheld while its rules are out of date. */
export function staleness(owner: string, { labels }: Pick<RuleSet, 'labels'>): WithholdingReason {
  const coordinates = [...labels.fields.values()]
    .filter((label) => isUnderRulesOf(label, owner, labels) && label.sensitivity !== 'PUBLIC' && canBeWithheld(label))
    .map(({ coordinate }) => coordinate);
  return { id: 'RULES-OUT-OF-DATE', owner, coordinates, reason: REASON };
}
