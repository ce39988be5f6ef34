import { parseDuration } from '@pasarela/schema/access/review/duration';
import type { RuleSet } from '@pasarela/schema/access/rule-set';
import type { DisclosureLeaf } from '../evidence/recipients';

/**
 * When a recipient has to have deleted what a disclosure held: after the shortest time that its agreements leave.
 * Undefined where none of them stands in the rules any more.
 */
export function deleteBy(leaf: Pick<DisclosureLeaf, 'time' | 'agreements'>, { agreements }: RuleSet): Date | undefined {
  const times = agreements
    .filter(({ owner, id }) => leaf.agreements.includes(`${owner}:${id}`))
    .map(({ obligations }) => timeAfter(leaf.time, obligations.deleteBy))
    .filter((time) => time !== undefined);
  return times.length > 0 ? new Date(Math.min(...times)) : undefined;
}

function timeAfter(time: string, text: string): number | undefined {
  const duration = parseDuration(text);
  if (!duration) return undefined;
  const from = new Date(time);
  return from.setUTCMonth(from.getUTCMonth() + duration.months) + duration.seconds * 1000;
}
