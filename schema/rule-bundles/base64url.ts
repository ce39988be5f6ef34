import { z } from 'zod';

/**
 * Bytes in base64url, in the one spelling that they have, of at most so many characters.
 *
 * INVARIANT: bits that no byte uses are zero: no second text stands for what was signed, or for its signature.
 */
export const base64url = (maxCharacters: number) =>
  z
    .string()
    .max(maxCharacters, { abort: true })
    .regex(/^[\w-]+$/)
    .refine(isOnlySpelling, 'is a second spelling of its bytes');

function isOnlySpelling(text: string): boolean {
  const tail = text.slice(text.length - (text.length % 4));
  return Buffer.from(tail, 'base64url').toString('base64url') === tail;
}
