import type { HeldBundle, RefusalCode } from './held-bundle';
import type { OwnerPart } from './owner-part';

const FUTURE_MS = 5 * 60_000;

/**
 * Why a part is not taken for newer than what is held; undefined where it is.
 *
 * INVARIANT: numbers only grow, and one number never stands for two contents (threat 55).
 */
export function whyNotNewer(
  { owner, number, issuedAt }: OwnerPart,
  held: Pick<HeldBundle, 'parts' | 'highest'>,
  now: Date,
): [RefusalCode, string] | undefined {
  const highest = held.highest.get(owner) ?? 0;
  if (number < highest) return ['OLDER', `number ${number} after ${highest}`];
  if (number === held.parts.get(owner)?.part.number) return ['EQUIVOCATION', `number ${number} twice`];
  if (Date.parse(issuedAt) > now.getTime() + FUTURE_MS) return ['FROM_THE_FUTURE', `issued at ${issuedAt}`];
  return undefined;
}
