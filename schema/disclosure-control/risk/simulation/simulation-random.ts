// Looked up once: this runs tens of millions of times.
const { imul, floor } = Math;

/** A random source for simulations: the same seed, the same sequence (Mulberry32). Never for keys or secrets. */
export class SimulationRandom {
  constructor(private state: number) {}

  /** From 0 to under 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 to `count` - 1. */
  below(count: number): number {
    return floor(this.next() * count);
  }

  /** How many events come where `mean` are expected (Poisson; for means under some hundreds). */
  events(mean: number): number {
    const least = Math.exp(-mean);
    let [product, count] = [this.next(), 0];
    while (product > least) {
      product *= this.next();
      count += 1;
    }
    return count;
  }

  /** The place of one of some shares that sum to 1. */
  share(shares: readonly number[]): number {
    const ticket = this.next();
    let reached = 0;
    for (const [at, share] of shares.entries()) {
      reached += share;
      if (ticket < reached) return at;
    }
    return shares.length - 1;
  }
}
