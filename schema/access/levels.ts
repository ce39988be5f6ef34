import type { ValueKind } from '../labels/label';

/** Nothing of the value. */
export const NONE = 'none';
/** All of the value; every chain accepts it as the name of its top. */
export const FULL = 'full';

/**
 * The chains of levels, from nothing to everything. A level off its field's chain is an error.
 * Age bands are UNHCR's (0-4, 5-11, 12-17, 18-59, 60+); the first administrative level is ISO 3166-2's;
 * `general` needs leave out UNHCR's codes of violence, torture, legal protection and medical conditions.
 */
export const CHAINS: Readonly<Record<ValueKind, readonly string[]>> = {
  date: [NONE, 'year', 'month', FULL],
  birthDate: [NONE, 'ageBand', 'year', FULL],
  place: [NONE, 'firstAdministrativeLevel', 'exact'],
  identifier: [NONE, 'pseudonym', 'raw'],
  count: [NONE, 'rounded', 'exact'],
  needs: [NONE, 'general', FULL],
  mutation: [NONE, 'allow'],
  other: [NONE, FULL],
};

/** Where a level stands on its chain: 0 is nothing; undefined is off the chain. */
export function rankOf(kind: ValueKind, level: string): number | undefined {
  if (level === FULL) return CHAINS[kind].length - 1;
  const rank = CHAINS[kind].indexOf(level);
  return rank < 0 ? undefined : rank;
}

/** The name of the level at a rank of a chain. */
export const levelAt = (kind: ValueKind, rank: number): string => CHAINS[kind][rank] ?? NONE;

/** The rank at which the whole value is shown. */
export const topRank = (kind: ValueKind): number => CHAINS[kind].length - 1;
