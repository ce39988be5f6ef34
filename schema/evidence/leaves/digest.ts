import { createHmac, hash } from 'node:crypto';

/**
 * The digest of a text that holds no value, as of a normalised operation: equal texts are found by it.
 */
export const digestOf = (text: string): string => hash('sha256', text, 'base64url');

/**
 * The digest of an answer, under a salt that the receiver alone is given. Without the salt nobody finds out by
 * trying, from the log, what a short answer said; with it, the receiver shows which answer it had.
 */
export const answerDigest = (answer: Uint8Array | string, salt: Uint8Array): string =>
  createHmac('sha256', salt).update('answer\n').update(answer).digest('base64url');

/**
 * How an owner's log names a record about a person: an HMAC under the salt of that person, which the owner keeps and
 * destroys when the person is erased. From then on nobody, the owner included, can tell whose record it was.
 */
export const recordReference = (record: { readonly type: string; readonly id: string }, salt: Uint8Array): string =>
  createHmac('sha256', salt).update(`record\n${record.type}\n${record.id}`).digest('base64url');
