import { EMPTY_ROOT, nodeHash } from './hashing';
import { type ReadHash, rangeHash } from './range-hash';
import { isComplete, splitPoint } from './split';

/**
 * What is needed of a tree to go on with it: the roots of its complete subtrees, largest first (as many as the
 * size has ones in binary). Growing by a leaf costs one hash on average, the root one hash for each subtree.
 */
export class CompactRange {
  private constructor(
    private readonly subtrees: Buffer[],
    private leaves: number,
  ) {}

  /** The tree without leaves. */
  static empty(): CompactRange {
    return new CompactRange([], 0);
  }

  /** The first `size` leaves of a tree whose hashes are stored. */
  static async stored(size: number, read: ReadHash): Promise<CompactRange> {
    const subtrees: Buffer[] = [];
    for (let first = 0; first < size; ) {
      const leaves = largestComplete(size - first);
      subtrees.push(await rangeHash({ first, end: first + leaves }, read));
      first += leaves;
    }
    return new CompactRange(subtrees, size);
  }

  /** A second one that grows by itself. */
  copy(): CompactRange {
    return new CompactRange([...this.subtrees], this.leaves);
  }

  get size(): number {
    return this.leaves;
  }

  /** Adds a leaf by its hash. Returns the hashes of the subtrees that it completes, itself first, then upwards. */
  append(leaf: Buffer): Buffer[] {
    const completed = [leaf];
    let top = leaf;
    for (let rest = this.leaves; rest % 2 === 1; rest = (rest - 1) / 2) {
      top = nodeHash(this.subtrees.pop() as Buffer, top);
      completed.push(top);
    }
    this.subtrees.push(top);
    this.leaves += 1;
    return completed;
  }

  /** The root hash of the tree (RFC 6962, section 2.1). */
  root(): Buffer {
    const [last, ...larger] = this.subtrees.toReversed();
    return last ? larger.reduce((right, left) => nodeHash(left, right), last) : EMPTY_ROOT;
  }
}

const largestComplete = (size: number): number => (isComplete(size) ? size : splitPoint(size));
