import type { Displacement } from './attack-program';
import type { Interval } from './protection';

/** How far cells are known to be able to go, from displacements that were found: what was seen once need not be solved for again. */
export class Sightings {
  readonly #found: Displacement[] = [];
  readonly #seen = new Map<number, { lowest: number; highest: number }>();

  constructor(
    private readonly counts: readonly number[],
    private readonly least: number,
  ) {}

  /** What a cell was seen to be able to be, its own count included. */
  of(cell: number): Interval {
    const count = this.counts[cell] ?? 0;
    return this.#seen.get(cell) ?? { lowest: count, highest: count };
  }

  /** A displacement is one sighting; the same the other way round, as far as no count falls too low, is another. */
  add(displacement: Displacement): void {
    this.#found.push(displacement);
    let back = Number.POSITIVE_INFINITY;
    for (const [cell, by] of displacement)
      if (by > 0) back = Math.min(back, ((this.counts[cell] ?? 0) - this.least) / by);
    for (const [cell, by] of displacement) {
      this.#see(cell, by);
      if (back > 0 && Number.isFinite(back)) this.#see(cell, -by * back);
    }
  }

  /** The sightings that are left when a cell is published: those that do not move it. */
  without(cell: number): Sightings {
    const left = new Sightings(this.counts, this.least);
    for (const displacement of this.#found) if (!displacement.has(cell)) left.add(displacement);
    return left;
  }

  /** Whether any displacement moves a cell. */
  move(cell: number): boolean {
    return this.#seen.has(cell);
  }

  #see(cell: number, by: number): void {
    const value = (this.counts[cell] ?? 0) + by;
    const { lowest, highest } = this.of(cell);
    this.#seen.set(cell, { lowest: Math.min(lowest, value), highest: Math.max(highest, value) });
  }
}
