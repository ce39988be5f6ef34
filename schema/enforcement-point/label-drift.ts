import type { RuleSet } from '../access/rule-set';
import { canBeWithheld, type WithholdingReason } from '../access/withholding-cap';

const REASON = {
  en: 'The owner has not agreed yet to how this field is labelled here.',
  es: 'El titular aún no ha aceptado cómo está etiquetado este campo aquí.',
};

/** The reason for which fields are withheld that an owner pinned under other labels, or has not pinned yet. */
export function labelDriftReason(
  owner: string,
  drifted: readonly string[],
  { labels }: Pick<RuleSet, 'labels'>,
): WithholdingReason {
  const coordinates = drifted.filter((coordinate) => {
    const label = labels.fields.get(coordinate);
    return label !== undefined && canBeWithheld(label);
  });
  return { id: 'LABELS-NOT-AGREED', owner, coordinates, reason: REASON };
}
