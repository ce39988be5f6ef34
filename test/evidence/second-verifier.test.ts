import { readFileSync } from 'node:fs';
import path from 'node:path';
import { signCheckpoint } from '@pasarela/schema/evidence/checkpoints/checkpoint';
import { CompactRange } from '@pasarela/schema/evidence/merkle/compact-range';
import { consistencyProof } from '@pasarela/schema/evidence/merkle/consistency-proof';
import { leafHash } from '@pasarela/schema/evidence/merkle/hashing';
import { inclusionProof } from '@pasarela/schema/evidence/merkle/inclusion-proof';
import { storedPosition } from '@pasarela/schema/evidence/merkle/stored-order';
import { isConsistent } from '@pasarela/schema/evidence/merkle/verify-consistency';
import { isIncluded } from '@pasarela/schema/evidence/merkle/verify-inclusion';
import { disclosure, LOG_NAME, openLog, signer, temporaryFolder } from '@pasarela/schema/testing/evidence';
import fc from 'fast-check';
import { auditPath, consistency, hashOfLeaf, readCheckpoint, rootByPath, treeHash } from './second-verifier';

const anyLeaves = fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 130 });
const hex = (hashes: readonly Uint8Array[]) => hashes.map((hash) => Buffer.from(hash).toString('hex'));

/** A tree by the product's means: its hashes in stored order, as on a disk. */
function grow(leaves: readonly Uint8Array[]) {
  const range = CompactRange.empty();
  const stored = leaves.flatMap((leaf) => range.append(leafHash(leaf)));
  const read = async (level: number, index: number) => stored[storedPosition(level, index)] as Buffer;
  return { range, read };
}

describe('the product and the second verifier agree', () => {
  it('on roots of random trees of every size, and of none', () => {
    expect(hex([CompactRange.empty().root()])).toEqual(hex([treeHash([])]));
    fc.assert(
      fc.property(anyLeaves, (leaves) => {
        expect(hex([grow(leaves).range.root()])).toEqual(hex([treeHash(leaves.map(hashOfLeaf))]));
      }),
    );
  });

  it('on inclusion: proofs are equal, and each verifies with both and for no other leaf', async () => {
    await fc.assert(
      fc.asyncProperty(anyLeaves, fc.nat(), fc.nat(), async (leaves, anyIndex, anyOther) => {
        const [index, other] = [anyIndex % leaves.length, anyOther % leaves.length];
        const hashes = leaves.map(hashOfLeaf);
        const { range, read } = grow(leaves);
        const proof = await inclusionProof(index, leaves.length, read);
        expect(hex(proof)).toEqual(hex(auditPath(index, hashes)));
        const head = { size: leaves.length, root: range.root() };
        const leaf = { index, leafHash: hashes[index] as Buffer, proof };
        expect(isIncluded(leaf, head)).toBe(true);
        expect(isIncluded({ ...leaf, index: other }, head)).toBe(
          treeHash(hashes).toString() === rootByPath(leaf.leafHash, other, leaves.length, proof)?.toString(),
        );
      }),
    );
  });

  it('on consistency: proofs are equal, verify, and not with another older root', async () => {
    await fc.assert(
      fc.asyncProperty(anyLeaves, fc.nat(), async (leaves, anyFrom) => {
        const from = anyFrom % (leaves.length + 1);
        const hashes = leaves.map(hashOfLeaf);
        const { range, read } = grow(leaves);
        const proof = await consistencyProof(from, leaves.length, read);
        expect(hex(proof)).toEqual(hex(consistency(from, hashes)));
        const newer = { size: leaves.length, root: range.root() };
        const older = { size: from, root: Buffer.from(treeHash(hashes.slice(0, from))) };
        expect(isConsistent(older, newer, proof)).toBe(true);
        if (from > 0) expect(isConsistent({ ...older, root: leafHash(older.root) }, newer, proof)).toBe(false);
      }),
    );
  });

  it('on a log: from its files alone, the second verifier comes to the root that the log signed', async () => {
    const { directory, remove } = temporaryFolder();
    const log = await openLog(directory, { segmentBytes: 5_000 });
    for (let number = 0; number < 23; number += 1) await log.append(disclosure(number));
    const { note } = await log.keepCheckpoint(signCheckpoint(log.head, signer));
    const names = Array.from({ length: 23 }, (_, number) =>
      path.join(directory, 'segments', `${String(number).padStart(16, '0')}.jsonl`),
    );
    const lines = names.flatMap((name) => readIfThere(name).split('\n').filter(Boolean));
    const { x } = signer.key.publicKey.export({ format: 'jwk' });
    expect(readCheckpoint(note, { name: LOG_NAME, x: x as string })).toEqual({
      origin: LOG_NAME,
      size: 23,
      root: Buffer.from(treeHash(lines.map((line) => hashOfLeaf(Buffer.from(line))))),
    });
    await log.close();
    remove();
  });
});

function readIfThere(name: string): string {
  try {
    return readFileSync(name, 'utf8');
  } catch {
    return '';
  }
}
