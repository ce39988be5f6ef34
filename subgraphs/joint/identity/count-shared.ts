import { LIMITS } from './identity-limits';

/** What one party contributes to a release: tokens under the key of that release. */
export interface SharedContribution {
  readonly party: string;
  readonly tokens: ReadonlySet<string>;
}

/** How many tokens at least two parties contributed; null under the least count, zero too. Nothing else is kept of them. */
export function countShared(contributions: readonly SharedContribution[]): number | null {
  const parties = new Map<string, Set<string>>();
  for (const { party, tokens } of contributions)
    for (const token of tokens) parties.set(token, (parties.get(token) ?? new Set<string>()).add(party));
  const shared = [...parties.values()].filter(({ size }) => size >= 2).length;
  return shared < LIMITS.smallestCount ? null : shared;
}
