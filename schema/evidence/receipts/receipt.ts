import { z } from 'zod';

const hash = z.string().regex(/^[\w-]{43}$/, 'is a SHA-256 in base64url');
const MOST_HASHES = 64;

/** What a receiver is given with an answer, to show later that it was recorded, and what. */
export const receipt = z.object({
  format: z.literal('pasarela-receipt-1'),
  /** The log, by the name of its key. */
  log: z.string().min(1).max(500),
  index: z.int().min(0),
  leafHash: hash,
  /** The newest checkpoint at that time, or a later one: a signed note. Null when there is none yet. */
  checkpoint: z.string().max(100_000).nullable(),
  /** What leads from the leaf to the checkpoint's root; known once a checkpoint covers the leaf. */
  inclusionProof: z.array(hash).max(MOST_HASHES).nullable(),
});

/** What a receiver is given with an answer. */
export type Receipt = z.infer<typeof receipt>;

/** Checks that something is a receipt. @throws Error one line that says what a receipt is */
export function parseReceipt(given: unknown): Receipt {
  const parsed = receipt.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`This is not a receipt: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}
