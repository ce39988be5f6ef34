import { type LeafRange, type ReadHash, rangeHash } from './range-hash';
import { splitPoint } from './split';

/** What shows that a tree of `from` leaves is the beginning of one of `to` leaves (RFC 9162, section 2.1.4.1). */
export async function consistencyProof(from: number, to: number, read: ReadHash): Promise<Buffer[]> {
  if (!Number.isSafeInteger(from) || from < 0 || from > to)
    throw new RangeError(`A tree of ${to} leaves does not begin with one of ${from}.`);
  if (from === 0 || from === to) return [];
  return subproof(from, { range: { first: 0, end: to }, isKnown: true }, read);
}

/** A part of the larger tree; known is the hash of what is the smaller tree, as a whole, on the verifier's side. */
interface Part {
  readonly range: LeafRange;
  readonly isKnown: boolean;
}

async function subproof(from: number, { range, isKnown }: Part, read: ReadHash): Promise<Buffer[]> {
  const { first, end } = range;
  if (from === end) return isKnown ? [] : [await rangeHash(range, read)];
  const middle = first + splitPoint(end - first);
  const [left, right] = [
    { first, end: middle },
    { first: middle, end },
  ];
  return from <= middle
    ? [...(await subproof(from, { range: left, isKnown }, read)), await rangeHash(right, read)]
    : [...(await subproof(from, { range: right, isKnown: false }, read)), await rangeHash(left, read)];
}
