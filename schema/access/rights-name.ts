import type { Requester } from '../identity/requester';
import { ownAgency } from './rule-match';
import type { RuleSet } from './rule-set';

/** What of somebody their rights hang on. */
type Holder = Pick<Requester, 'party' | 'agency' | 'roles'>;

interface KnownName {
  readonly parties: RuleSet['parties'];
  readonly name: string;
}

/** By the verified requester, which is the same object as long as its token is remembered. */
const known = new WeakMap<Holder, KnownName>();

/**
 * One name for all who have the same rights under the same rules: of the same party, agency and roles. Agencies that
 * nobody knows are one: a token cannot make profiles without end.
 */
export function rightsName(requester: Holder, { parties }: Pick<RuleSet, 'parties'>): string {
  const kept = known.get(requester);
  if (kept?.parties === parties) return kept.name;
  const agency = ownAgency(requester, { parties });
  const name = JSON.stringify([requester.party, agency, [...requester.roles].sort()]);
  known.set(requester, { parties, name });
  return name;
}
