import { hash } from 'node:crypto';

/** Bytes of a hash (SHA-256). */
export const HASH_BYTES = 32;

/** The root of the tree without leaves: the hash of nothing (RFC 6962, section 2.1). */
export const EMPTY_ROOT = hash('sha256', Buffer.alloc(0), 'buffer');

// INVARIANT: the prefixes differ, so that no leaf's content passes for two hashes under a node.
/** What stands before a leaf's bytes where they are hashed (RFC 6962, section 2.1). */
export const LEAF_PREFIX = 0x00;
const NODE_PREFIX = 0x01;

/** The hash of a leaf's bytes: SHA-256(0x00 || bytes). */
export function leafHash(leaf: Uint8Array): Buffer {
  const prefixed = Buffer.allocUnsafe(1 + leaf.length);
  prefixed[0] = LEAF_PREFIX;
  prefixed.set(leaf, 1);
  return hash('sha256', prefixed, 'buffer');
}

/** The hash of two hashes: SHA-256(0x01 || left || right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  const prefixed = Buffer.allocUnsafe(1 + left.length + right.length);
  prefixed[0] = NODE_PREFIX;
  prefixed.set(left, 1);
  prefixed.set(right, 1 + left.length);
  return hash('sha256', prefixed, 'buffer');
}
