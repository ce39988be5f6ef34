import { Breath } from '../linear-program/breath';
import { type Interval, isProtected, missingValue, protectionOf } from './protection';
import type { Attacker, ProtectedTable } from './protector';

/** The most programs that are solved for it in one table: on great tables some cells stay suppressed that need not be. */
const MOST_SOLVED = 3_000;

/**
 * Publishes complementary cells again, the greatest first, where all others stay protected without them: by
 * displacements that were found already, or that are found now. Gives the cells that are still suppressed.
 */
export async function publishUnneeded(
  table: ProtectedTable,
  attackers: readonly Attacker[],
  suppressed: ReadonlySet<number>,
): Promise<ReadonlySet<number>> {
  const trial = new Republication(table, attackers, suppressed);
  const count = (cell: number): number => table.attacked.counts[cell] ?? 0;
  const complementary = [...suppressed].filter((cell) => !table.reasons.has(cell));
  for (const cell of complementary.sort((a, b) => count(b) - count(a) || a - b)) await trial.tryPublishing(cell);
  return trial.suppressed;
}

class Republication {
  readonly suppressed: Set<number>;
  private readonly breath = new Breath();
  private solved = 0;

  constructor(
    private readonly table: ProtectedTable,
    private readonly attackers: readonly Attacker[],
    suppressed: ReadonlySet<number>,
  ) {
    this.suppressed = new Set(suppressed);
    for (const { program } of attackers) program.seal(suppressed);
  }

  async tryPublishing(cell: number): Promise<void> {
    const before = this.attackers.map(({ sightings }) => sightings);
    this.suppressed.delete(cell);
    for (const attacker of this.attackers) {
      attacker.sightings = attacker.sightings.without(cell);
      attacker.program.fix(cell);
    }
    if (await this.#allStayProtected()) return;
    this.suppressed.add(cell);
    this.attackers.forEach((attacker, at) => {
      attacker.sightings = before[at] ?? attacker.sightings;
      attacker.program.free(cell);
    });
  }

  async #allStayProtected(): Promise<boolean> {
    const owed = [...this.suppressed].filter((cell) => !this.table.known.has(cell));
    for (const cell of owed)
      for (const attacker of this.attackers) {
        if (!(await this.#staysProtected(cell, attacker))) return false;
        if (!attacker.limits.has(cell)) break;
      }
    return true;
  }

  async #staysProtected(cell: number, { program, sightings, limits }: Attacker): Promise<boolean> {
    const protection = protectionOf(this.table.reasons.get(cell), this.table.threshold);
    const limit = limits.get(cell);
    const enough = (): boolean => isProtected(protection, sightings.of(cell), limit);
    for (const direction of [1, -1] as const) {
      if (enough()) return true;
      const value = limit ? endOf(limit, direction) : missingValue(protection, sightings.of(cell), direction);
      if (value === undefined) continue;
      if (this.solved >= MOST_SOLVED) return false;
      this.solved += 1;
      const displacement = program.reach(cell, value);
      if (displacement) sightings.add(displacement);
      await this.breath.take();
    }
    return enough();
  }
}

const endOf = ({ lowest, highest }: Interval, direction: 1 | -1): number => (direction === 1 ? highest : lowest);
