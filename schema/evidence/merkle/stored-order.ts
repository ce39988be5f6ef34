/**
 * The order in which the hashes of a growing tree become known, and are stored: each leaf's, followed by those of
 * the subtrees that it completes, upwards. So storing only ever appends, whatever the size.
 */

/** How many hashes a tree of `size` leaves has: its leaves and its complete subtrees. */
export const storedCount = (size: number): number => 2 * size - onesIn(size);

/** The place of a hash in that order: that of the `index`-th complete subtree of `2 ** level` leaves. */
export const storedPosition = (level: number, index: number): number =>
  storedCount((index + 1) * 2 ** level - 1) + level;

/** How many leaves a store of so many hashes holds with all that they complete. */
export function storedSize(count: number): number {
  // A tree has between one and two hashes a leaf: those beside the leaves are fewer than the leaves.
  let size = Math.floor(count / 2);
  while (storedCount(size + 1) <= count) size += 1;
  return size;
}

function onesIn(number: number): number {
  let ones = 0;
  for (let rest = number; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2;
  return ones;
}
