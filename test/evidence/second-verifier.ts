import { createHash, createPublicKey, verify } from 'node:crypto';

/**
 * The evidence log's proofs a second time, written from RFC 6962 section 2.1 and c2sp.org (signed-note,
 * tlog-checkpoint) alone: definitions as the texts give them, recursive and slow.
 */

const sha256 = (...parts: Uint8Array[]) =>
  parts.reduce((digest, part) => digest.update(part), createHash('sha256')).digest();

/** The hash of a leaf's bytes. */
export const hashOfLeaf = (entry: Uint8Array) => sha256(Buffer.of(0), entry);
const hashOfNode = (left: Uint8Array, right: Uint8Array) => sha256(Buffer.of(1), left, right);

/** "k is the largest power of two smaller than n". */
const k = (n: number) => 2 ** (Math.ceil(Math.log2(n)) - 1);

/** MTH(D[n]), the Merkle Tree Hash, over the hashes of the leaves. */
export function treeHash(leaves: readonly Uint8Array[]): Uint8Array {
  const n = leaves.length;
  if (n === 0) return sha256();
  if (n === 1) return leaves[0] as Uint8Array;
  return hashOfNode(treeHash(leaves.slice(0, k(n))), treeHash(leaves.slice(k(n))));
}

/** PATH(m, D[n]), the audit path. */
export function auditPath(m: number, leaves: readonly Uint8Array[]): Uint8Array[] {
  const n = leaves.length;
  if (n === 1) return [];
  const [left, right] = [leaves.slice(0, k(n)), leaves.slice(k(n))];
  return m < k(n) ? [...auditPath(m, left), treeHash(right)] : [...auditPath(m - k(n), right), treeHash(left)];
}

/** PROOF(m, D[n]), the consistency proof. */
export const consistency = (m: number, leaves: readonly Uint8Array[]): Uint8Array[] =>
  m === 0 || m === leaves.length ? [] : subproof(m, leaves, true);

function subproof(m: number, leaves: readonly Uint8Array[], b: boolean): Uint8Array[] {
  const n = leaves.length;
  if (m === n) return b ? [] : [treeHash(leaves)];
  const [left, right] = [leaves.slice(0, k(n)), leaves.slice(k(n))];
  return m <= k(n) ? [...subproof(m, left, b), treeHash(right)] : [...subproof(m - k(n), right, false), treeHash(left)];
}

/** The root that an audit path leads to, from the definition of PATH; undefined when it is too long or too short. */
export function rootByPath(
  leaf: Uint8Array,
  m: number,
  n: number,
  path: readonly Uint8Array[],
): Uint8Array | undefined {
  if (n === 1) return path.length === 0 ? leaf : undefined;
  const rest = path.slice(0, -1);
  const sibling = path.at(-1);
  if (!sibling) return undefined;
  const below = m < k(n) ? rootByPath(leaf, m, k(n), rest) : rootByPath(leaf, m - k(n), n - k(n), rest);
  if (!below) return undefined;
  return m < k(n) ? hashOfNode(below, sibling) : hashOfNode(sibling, below);
}

/** What a checkpoint says, when the key signed it. @throws when it did not */
export function readCheckpoint(note: string, key: { name: string; x: string }) {
  const [text, signatures] = note.split(/\n\n(?=— )/) as [string, string];
  const body = Buffer.from(`${text}\n`);
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key.x }, format: 'jwk' });
  const keyId = sha256(Buffer.from(`${key.name}\n\u0001`), Buffer.from(key.x, 'base64url')).subarray(0, 4);
  const isSigned = signatures.split('\n').some((line) => {
    const [, name, encoded = ''] = line.split(' ');
    const bytes = Buffer.from(encoded, 'base64');
    return name === key.name && bytes.subarray(0, 4).equals(keyId) && verify(null, body, publicKey, bytes.subarray(4));
  });
  if (!isSigned) throw new Error('not signed');
  const [origin, size, root = ''] = text.split('\n');
  return { origin, size: Number(size), root: Buffer.from(root, 'base64') };
}
