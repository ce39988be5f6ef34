/**
 * What an attacker takes a suppressed cell to be at least.
 *
 * - 0: counts are not negative, and nothing else.
 * - 1: they also know that zeros are published, so that what is suppressed is no zero. This one narrows more, and is
 *   the one to protect against wherever no zero is suppressed.
 */
export type LeastSuppressed = 0 | 1;

/** The attackers to protect against, the one who knows most first. `suppressed`: the counts of the cells suppressed by themselves. */
export function attackersOf(suppressed: Iterable<number>): readonly LeastSuppressed[] {
  return [...suppressed].includes(0) ? [0] : [1, 0];
}
