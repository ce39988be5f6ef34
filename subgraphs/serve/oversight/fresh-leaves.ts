import type { CommittedLeaf } from '@pasarela/schema/evidence/log/evidence-log';

const MOST = 20_000;

/**
 * Leaves that came to the disk and are not in the index yet. To read them back from the log would cost more than to
 * keep them for some seconds; where they are too many they are forgotten, and read from the log after all.
 */
export class FreshLeaves {
  private waiting: CommittedLeaf[] = [];

  /** Adds leaves, in the order of their numbers. */
  add(leaves: readonly CommittedLeaf[]): void {
    if (leaves.length === 0) return;
    const next = (this.waiting.at(-1)?.index ?? -1) + 1;
    if (this.waiting.length + leaves.length > MOST || (next > 0 && leaves[0]?.index !== next)) this.waiting = [];
    this.waiting.push(...leaves);
  }

  /** Takes the leaves from a number on, `most` at most; none where that one is not here. Earlier ones are forgotten. */
  takeFrom(first: number, most: number): CommittedLeaf[] {
    const start = first - (this.waiting[0]?.index ?? first);
    if (start < 0) return [];
    this.waiting.splice(0, start);
    return this.waiting.splice(0, most);
  }
}
