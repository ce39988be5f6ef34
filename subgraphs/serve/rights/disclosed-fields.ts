import type { DisclosureLeaf } from '../evidence/recipients';

/** A field that went out, and the most at which it did. */
export interface DisclosedField {
  readonly coordinate: string;
  readonly level: string;
}

/**
 * The fields of some types of which a disclosure held at least one value. Where it held several records, evidence
 * does not say which of them a blank was of: each is said to have been told.
 */
export function disclosedFields(leaf: DisclosureLeaf, types: readonly string[]): DisclosedField[] {
  const lowered = new Map(leaf.lowered.map(({ coordinate, level }) => [coordinate, level]));
  return [...leaf.disclosed, ...lowered.keys()]
    .filter((coordinate) => types.includes(coordinate.split('.')[0] as string) && (leaf.counts[coordinate] ?? 0) > 0)
    .sort()
    .map((coordinate) => ({ coordinate, level: lowered.get(coordinate) ?? 'full' }));
}
