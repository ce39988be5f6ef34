import { createHash } from 'node:crypto';
import type { Opening } from '../access/opening';
import type { Signed } from './signed';

/** Everything that is distributed: the newest part of each owner, and every change of root keys so far. */
export interface Bundle {
  readonly parts: Readonly<Record<string, Signed>>;
  readonly keyChanges: readonly Signed[];
  /** Who opened which agreement. They are not signed: an owner's signed rules say what can be opened. */
  readonly openings?: readonly Opening[];
}

/** A bundle without anything. */
export const EMPTY_BUNDLE: Bundle = { parts: {}, keyChanges: [] };

/** Names a bundle by its content, whatever the order of its owners. */
export function etagOf({ parts, keyChanges, openings = [] }: Bundle): string {
  const sorted = Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([sorted, keyChanges, ...(openings.length > 0 ? [openings] : [])]))
    .digest('hex')
    .slice(0, 32);
}
