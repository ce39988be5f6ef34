import { createHmac } from 'node:crypto';

/** Record keys are whole numbers below this: sums of 2^27 people's keys stay exact in a double. */
export const KEY_SPACE = 2 ** 26;

/**
 * The key of one person's record: the same in every table of an owner, and without the owner's secret as good as random.
 *
 * @param secret of the owner, 32 bytes or more.
 * @param recordId of the person, never of the row: one person has one key.
 * @throws Error where the secret is too short.
 */
export const recordKey = (secret: Uint8Array, recordId: string): number =>
  keyedInteger(secret, ['record', recordId], KEY_SPACE);

/**
 * A whole number from 0 to `below` - 1 that the texts and the secret decide (HMAC-SHA-256, its first 48 bits).
 *
 * @throws Error where the secret has less than 32 bytes.
 */
export function keyedInteger(secret: Uint8Array, texts: readonly string[], below: number): number {
  if (secret.length < 32) throw new Error('The secret of record keys has less than 32 bytes.');
  return createHmac('sha256', secret).update(JSON.stringify(texts)).digest().readUIntBE(0, 6) % below;
}
