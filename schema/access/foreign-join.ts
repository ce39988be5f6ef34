import type { FieldLabel } from '../labels/label';
import { OWNER_ANY } from '../labels/label';
import type { Decision } from './decide';
import { withheldBy } from './decider';
import { NONE } from './levels';
import type { Cap } from './rule';

/** The built-in cap on joins that would carry one owner's records to another. */
export const FOREIGN_JOIN: Cap = {
  id: 'G-FOREIGN-JOIN',
  owner: 'ALL',
  target: {},
  audience: {},
  scope: 'ALWAYS',
  level: NONE,
  reason: {
    en: "To answer this here, its owner would be sent values of another owner's records. Ask for it by its code instead.",
    es: 'Para responder esto aquí, su titular recibiría valores de los registros de otro titular. Pregúntelo por su código.',
  },
  source: 'Third-party rule; DHS FIPPs (minimisation)',
};

/** Whether a field is anything but published: what hangs on it tells of its owner's records. */
export const isUnpublished = (label: FieldLabel | undefined): boolean =>
  label !== undefined && label.sensitivity !== 'PUBLIC';

/**
 * Withholds a field of one owner that is reached through an unpublished field of another. To fetch it the
 * gateway would send its owner the keys that stand in the other's records: a nationality of a person in a
 * case, the municipality of a permit.
 *
 * @param through the nearest unpublished field above, if there is one.
 */
export function withoutForeignJoin(decision: Decision, through: FieldLabel | undefined): Decision {
  const owner = decision.label?.owner;
  if (decision.withheld || !through || owner === through.owner || owner === OWNER_ANY) return decision;
  return withheldBy(decision, FOREIGN_JOIN);
}
