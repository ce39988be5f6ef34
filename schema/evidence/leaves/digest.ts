import { createHash, createHmac, hash } from 'node:crypto';

/**
 * The digest of a text that holds no value, as of a normalised operation: equal texts are found by it.
 */
export const digestOf = (text: string): string => hash('sha256', text, 'base64url');

/**
 * The digest of an answer: SHA-256 of `answer`, the salt in base64url and the text, a line each, without a break at the
 * end. Whoever has the salt, 32 secret bytes, shows which answer they had; nobody else finds out by trying, from the
 * log, what a short answer said.
 */
export function answerDigest(answer: string | Uint8Array, salt: Buffer): string {
  const begun = `answer\n${salt.toString('base64url')}\n`;
  if (typeof answer === 'string' && begun.length + 3 * answer.length <= block.length)
    return digestOfShort(begun, answer);
  return createHash('sha256').update(begun).update(answer).digest('base64url');
}

/** Where a short answer stands while it is hashed in one call, three bytes a character at most. */
const block = Buffer.alloc(48 * 1024);

function digestOfShort(begun: string, answer: string): string {
  const at = block.write(begun, 'latin1');
  const bytes = block.subarray(0, at + block.write(answer, at));
  const digest = hash('sha256', bytes, 'base64url');
  // An answer stays nowhere longer than it is needed.
  bytes.fill(0);
  return digest;
}

/**
 * How an owner's log names a record about a person: an HMAC under the salt of that person, which the owner keeps and
 * destroys when the person is erased. From then on nobody, the owner included, can tell whose record it was.
 */
export const recordReference = (record: { readonly type: string; readonly id: string }, salt: Uint8Array): string =>
  createHmac('sha256', salt).update(`record\n${record.type}\n${record.id}`).digest('base64url');
