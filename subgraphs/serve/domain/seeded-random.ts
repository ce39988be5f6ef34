import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A random source that gives the same sequence for the same seed, for synthetic records only. */
export class SeededRandom {
  private readonly generator;

  constructor(seed: number) {
    this.generator = xoroshiro128plus(seed);
  }

  /** A whole number from `min` to `max`, both included. */
  integer(min: number, max: number): number {
    return uniformInt(this.generator, min, max);
  }

  /** True with the given probability (0 to 1). */
  chance(probability: number): boolean {
    return this.integer(0, 999_999) < probability * 1_000_000;
  }

  /** One entry, each as likely as any other. */
  pick<Entry>(entries: readonly Entry[]): Entry {
    return entries[this.integer(0, entries.length - 1)] as Entry;
  }

  /** One entry, as likely as its weight says. */
  weighted<Entry>(entries: ReadonlyArray<readonly [Entry, number]>): Entry {
    let ticket = this.integer(
      1,
      entries.reduce((sum, [, weight]) => sum + weight, 0),
    );
    for (const [entry, weight] of entries) {
      ticket -= weight;
      if (ticket <= 0) return entry;
    }
    throw new Error('weighted() needs at least one entry with a positive weight');
  }
}
