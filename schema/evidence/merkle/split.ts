/** Where the RFC splits a tree of more than one leaf: the largest power of two below its size. */
export function splitPoint(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** Whether a tree of so many leaves is complete: their number is a power of two. */
export const isComplete = (size: number): boolean => size === 1 || splitPoint(size) * 2 === size;
