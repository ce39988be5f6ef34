import { createHash } from 'node:crypto';

/**
 * Names a change and everything that it would do, so that an approval can be bound to it: what would be
 * signed, what it may show more, and how the levels of everybody differ before and after.
 *
 * @param parts JSON values.
 */
export function changeHash(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
