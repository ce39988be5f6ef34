import { nodeHash } from './hashing';
import { isComplete, splitPoint } from './split';

/** Reads the hash of a complete subtree: the `index`-th of `2 ** level` leaves each. */
export type ReadHash = (level: number, index: number) => Promise<Buffer>;

/** Leaves of a tree, the first included, the last not. The first is a multiple of the split points above it. */
export interface LeafRange {
  readonly first: number;
  readonly end: number;
}

/** The root hash over a range of leaves as it stands in a larger tree: the RFC's `MTH(D[first:end])`. */
export async function rangeHash({ first, end }: LeafRange, read: ReadHash): Promise<Buffer> {
  if (isComplete(end - first)) return read(Math.round(Math.log2(end - first)), first / (end - first));
  const middle = first + splitPoint(end - first);
  return nodeHash(await rangeHash({ first, end: middle }, read), await rangeHash({ first: middle, end }, read));
}
