import type { Decider } from '@pasarela/schema/access/decider';
import { z } from 'zod';

const MOST = 2_000;

/** The fields of an operation that the gateway cut out, as it names them beside a fetch. */
export const withheldCoordinates = z.array(z.string().regex(/^\w{1,128}\.\w{1,128}$/)).max(MOST);

/** A field that was asked for, and the rule that withholds it; null where nothing grants it. */
export interface WithheldField {
  readonly coordinate: string;
  readonly rule: string | null;
}

/**
 * What an owner records of the fields that it was told of: those that are its own, and why.
 * INVARIANT: that somebody asked is the gateway's word; the reason is the owner's, by its own copy of the rules.
 */
export function withheldFields(coordinates: readonly string[], owner: string, decider: Decider): WithheldField[] {
  const { fields } = decider.ruleSet.labels;
  return [...new Set(coordinates)]
    .filter((coordinate) => fields.get(coordinate)?.owner === owner)
    .sort()
    .map((coordinate) => {
      const { withheld, cap } = decider.decide(coordinate);
      return { coordinate, rule: withheld ? (cap?.id ?? null) : null };
    });
}
