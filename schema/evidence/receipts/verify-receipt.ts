import { type Checkpoint, type CheckpointKeys, openCheckpoint } from '../checkpoints/checkpoint';
import { isIncluded } from '../merkle/verify-inclusion';
import type { Finding } from '../verification/finding';
import type { Receipt } from './receipt';

/**
 * What a receipt proves: the leaf is in the tree that the log signed; it may be (a checkpoint that covers it, or the
 * proof, is still to be had); or something is wrong.
 */
export type ReceiptVerdict =
  | { readonly status: 'INCLUDED' | 'PENDING'; readonly checkpoint: Checkpoint | undefined }
  | { readonly status: 'REFUSED'; readonly finding: Finding };

/**
 * Verifies a receipt offline, with the log's pinned key.
 * @throws NoteRefusedError when its checkpoint is not signed by that log
 */
export function verifyReceipt({ index, leafHash, ...receipt }: Receipt, keys: CheckpointKeys): ReceiptVerdict {
  const checkpoint = receipt.checkpoint === null ? undefined : openCheckpoint(receipt.checkpoint, keys);
  if (!checkpoint || checkpoint.size <= index || receipt.inclusionProof === null)
    return { status: 'PENDING', checkpoint };
  const proof = receipt.inclusionProof.map(bytesOf);
  if (receipt.log === keys.log.name && isIncluded({ index, leafHash: bytesOf(leafHash), proof }, checkpoint))
    return { status: 'INCLUDED', checkpoint };
  return { status: 'REFUSED', finding: { code: 'NOT_INCLUDED', leaf: index } };
}

const bytesOf = (hash: string): Buffer => Buffer.from(hash, 'base64url');
