import { type LeafRange, type ReadHash, rangeHash } from './range-hash';
import { splitPoint } from './split';

/** The hashes that lead from a leaf to the root of a tree of `size` leaves (RFC 9162, section 2.1.3.1). */
export async function inclusionProof(index: number, size: number, read: ReadHash): Promise<Buffer[]> {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size)
    throw new RangeError(`A tree of ${size} leaves has no leaf ${index}.`);
  return path(index, { first: 0, end: size }, read);
}

async function path(index: number, { first, end }: LeafRange, read: ReadHash): Promise<Buffer[]> {
  if (end - first === 1) return [];
  const middle = first + splitPoint(end - first);
  const [near, far] =
    index < middle
      ? [
          { first, end: middle },
          { first: middle, end },
        ]
      : [
          { first: middle, end },
          { first, end: middle },
        ];
  return [...(await path(index, near, read)), await rangeHash(far, read)];
}
