import { timeAfter } from '@pasarela/schema/access/review/duration';
import type { RuleSet } from '@pasarela/schema/access/rule-set';
import type { DisclosureLeaf } from '../evidence/recipients';

/**
 * When a recipient has to have deleted what a disclosure held: after the shortest time that its agreements leave.
 * Undefined where none of them stands in the rules any more.
 */
export function deleteBy(leaf: Pick<DisclosureLeaf, 'time' | 'agreements'>, { agreements }: RuleSet): Date | undefined {
  const times = agreements
    .filter(({ owner, id }) => leaf.agreements.includes(`${owner}:${id}`))
    .map(({ obligations }) => timeAfter(new Date(leaf.time), obligations.deleteBy))
    .filter((time) => time !== undefined);
  return times.length > 0 ? new Date(Math.min(...times.map((time) => time.getTime()))) : undefined;
}
