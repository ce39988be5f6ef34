import type { FieldLabel } from '../labels/label';
import type { LocalizedText } from '../localized-text';
import { NONE } from './levels';
import type { Cap } from './rule';

/** Why fields of an owner are withheld until the owner, or the network, does something. */
export interface WithholdingReason {
  /** The rule that notices name. */
  readonly id: string;
  readonly owner: string;
  readonly coordinates: readonly string[];
  readonly reason: LocalizedText;
}

/** A cap that no owner wrote: it withholds fields from everyone, for as long as its reason stands. */
export const withholdingCap = ({ id, owner, coordinates, reason }: WithholdingReason): Cap => ({
  id,
  guardrails: id,
  owner,
  target: { coordinates },
  audience: {},
  scope: 'ALWAYS',
  level: NONE,
  reason,
  source: 'Withheld unless shared',
});

/** Whether a cap can withhold a field: structural fields follow another one, keys and what is never null are always answered. */
export const canBeWithheld = ({ structural, key, nullable }: FieldLabel): boolean => !structural && !key && nullable;
