import { HASH_BYTES, nodeHash } from './hashing';
import { isComplete } from './split';
import type { TreeHead } from './tree-head';

/**
 * Whether the older tree is the beginning of the newer one (RFC 9162, section 2.1.4.2, whose names are kept). The
 * tree without leaves is the beginning of each.
 */
export function isConsistent(older: TreeHead, newer: TreeHead, proof: readonly Buffer[]): boolean {
  if (!Number.isSafeInteger(older.size) || !Number.isSafeInteger(newer.size)) return false;
  if (older.size < 0 || older.size > newer.size || proof.some((hash) => hash.length !== HASH_BYTES)) return false;
  if (older.size === newer.size) return proof.length === 0 && older.root.equals(newer.root);
  if (older.size === 0) return proof.length === 0;
  // A complete subtree is its own root: the verifier knows it, and the proof leaves it out.
  const path = isComplete(older.size) ? [older.root, ...proof] : proof;
  return leadsToBoth(older, newer, path);
}

function leadsToBoth(older: TreeHead, newer: TreeHead, [start, ...path]: readonly Buffer[]): boolean {
  if (!start) return false;
  let [fn, sn] = [older.size - 1, newer.size - 1];
  while (fn % 2 === 1) [fn, sn] = [half(fn), half(sn)];
  let [fr, sr] = [start, start];
  for (const c of path) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      [fr, sr] = [nodeHash(c, fr), nodeHash(c, sr)];
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else sr = nodeHash(sr, c);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && fr.equals(older.root) && sr.equals(newer.root);
}

const half = (number: number): number => Math.floor(number / 2);
