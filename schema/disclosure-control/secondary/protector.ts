import type { PrimaryReason } from '../threshold/primary-suppression';
import type { AttackedTable, AttackProgram } from './attack-program';
import { isProtected, type Protection, protectionOf } from './protection';
import { Sightings } from './sightings';

/** A table to protect: its attackers, the one who knows most first. */
export interface ProtectedTable {
  readonly attacked: AttackedTable;
  readonly known: ReadonlySet<number>;
  readonly reasons: ReadonlyMap<number, PrimaryReason>;
  readonly threshold: number;
  readonly programs: ReadonlyArray<{ readonly least: number; readonly program: AttackProgram }>;
}

interface Attacker {
  readonly program: AttackProgram;
  sightings: Sightings;
  /** The cells that were protected against this attacker, and how far as that is less than what is asked. */
  readonly limits: Map<number, { lowest: number; highest: number }>;
}

/** How many programs are solved before the process may turn to something else. */
const SOLVED_AT_A_STRETCH = 20;

/** Protects cell after cell, each complementary cell too, until all are. */
export class Protector {
  readonly suppressed: Set<number>;
  readonly #attackers: readonly Attacker[];
  #solved = 0;

  constructor(private readonly given: ProtectedTable) {
    const { attacked, reasons, programs } = given;
    this.suppressed = new Set([...reasons.keys()].sort(this.#mostAskedFirst));
    this.#attackers = programs.map(({ least, program }) => ({
      program,
      sightings: new Sightings(attacked.counts, least),
      limits: new Map(),
    }));
    for (const cell of this.suppressed) for (const { program } of programs) program.suppress(cell);
  }

  /**
   * INVARIANT: suppressing more never takes protection away, so each cell is gone through once, the complementary
   * ones in the order in which they were found.
   */
  async protectAll(): Promise<void> {
    for (const cell of this.suppressed) {
      if (this.given.known.has(cell)) continue;
      for (const attacker of this.#attackers) if (this.#protect(cell, attacker)) break;
      await this.#pause();
    }
  }

  /** Publishes complementary cells again, the greatest first, where the displacements found protect all others without them. */
  async publishUnneeded(): Promise<void> {
    const complementary = [...this.suppressed].filter((cell) => !this.given.reasons.has(cell));
    for (const cell of complementary.sort((a, b) => this.#count(b) - this.#count(a) || a - b)) {
      const left = this.#attackers.map(({ sightings }) => sightings.without(cell));
      if (!this.#allProtected(left, cell)) continue;
      this.suppressed.delete(cell);
      this.#attackers.forEach((attacker, at) => {
        attacker.sightings = left[at] ?? attacker.sightings;
      });
    }
  }

  #allProtected(sightings: readonly Sightings[], without: number): boolean {
    return [...this.suppressed].every((cell) => {
      if (cell === without || this.given.known.has(cell)) return true;
      const protection = this.#protectionOf(cell);
      return this.#attackers.every(({ limits }, at) => {
        const seen = sightings[at]?.of(cell);
        const limit = limits.get(cell);
        const first = at === 0 || this.#attackers[at - 1]?.limits.has(cell);
        return !first || (seen !== undefined && isProtected(protection, seen, limit));
      });
    });
  }

  /** Whether a cell is protected in full against an attacker; if not, then as far as can be. */
  #protect(cell: number, attacker: Attacker): boolean {
    const protection = this.#protectionOf(cell);
    const seen = (): { lowest: number; highest: number } => attacker.sightings.of(cell);
    if ('width' in protection) {
      if (!isProtected(protection, seen()))
        this.#reach(cell, Math.ceil(seen().lowest - 1e-6) + protection.width, attacker);
      if (!isProtected(protection, seen()))
        this.#reach(cell, Math.floor(seen().highest + 1e-6) - protection.width, attacker);
    } else {
      if (seen().highest < protection.to - 1e-6) this.#reach(cell, protection.to, attacker);
      if (seen().lowest > protection.from + 1e-6) this.#reach(cell, protection.from, attacker);
    }
    if (isProtected(protection, seen())) return true;
    attacker.limits.set(cell, seen());
    return false;
  }

  #reach(cell: number, value: number, attacker: Attacker): void {
    const { program, sightings } = attacker;
    const direction = value > this.#count(cell) ? 1 : -1;
    this.#solved += 1;
    const displacement =
      program.reach(cell, value) ?? program.reach(cell, this.#within(program.furthest(cell, direction), direction));
    if (!displacement) throw new Error('A bound that was found could not be reached.');
    sightings.add(displacement);
    for (const moved of displacement.keys()) this.#suppress(moved);
  }

  /** A bound as the nearest integer that surely lies within it. */
  #within(bound: number, direction: 1 | -1): number {
    return direction === 1 ? Math.floor(bound + 1e-6) : Math.ceil(bound - 1e-6);
  }

  #suppress(cell: number): void {
    if (this.suppressed.has(cell)) return;
    this.suppressed.add(cell);
    for (const { program } of this.#attackers) program.suppress(cell);
  }

  #protectionOf(cell: number): Protection {
    return protectionOf(this.given.reasons.get(cell), this.given.threshold);
  }

  #count(cell: number): number {
    return this.given.attacked.counts[cell] ?? 0;
  }

  readonly #mostAskedFirst = (a: number, b: number): number => this.#count(a) - this.#count(b) || a - b;

  async #pause(): Promise<void> {
    if (this.#solved < SOLVED_AT_A_STRETCH) return;
    this.#solved = 0;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
