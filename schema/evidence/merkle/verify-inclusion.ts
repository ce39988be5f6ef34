import { HASH_BYTES, nodeHash } from './hashing';
import type { TreeHead } from './tree-head';

/** A leaf, and the hashes that are said to lead to a root. */
export interface Inclusion {
  readonly index: number;
  readonly leafHash: Buffer;
  readonly proof: readonly Buffer[];
}

/** Whether a leaf stands at its place in a tree (RFC 9162, section 2.1.3.2, whose names are kept). */
export function isIncluded({ index, leafHash, proof }: Inclusion, { size, root }: TreeHead): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  if ([leafHash, ...proof].some((hash) => hash.length !== HASH_BYTES)) return false;
  let [fn, sn, r] = [index, size - 1, leafHash];
  for (const p of proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      r = nodeHash(p, r);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else r = nodeHash(r, p);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && r.equals(root);
}

const half = (number: number): number => Math.floor(number / 2);
