import { Breath } from '../linear-program/breath';
import type { PrimaryReason } from '../threshold/primary-suppression';
import type { AttackedTable, AttackProgram, Displacement } from './attack-program';
import {
  type Interval,
  isProtected,
  missingValue,
  owedOf,
  type Protection,
  protectionOf,
  TOLERANCE,
} from './protection';
import { Sightings } from './sightings';

/** A table to protect: its attackers, the one who knows most first. */
export interface ProtectedTable {
  readonly attacked: AttackedTable;
  readonly known: ReadonlySet<number>;
  readonly reasons: ReadonlyMap<number, PrimaryReason>;
  readonly threshold: number;
  readonly programs: ReadonlyArray<{ readonly least: number; readonly program: AttackProgram }>;
}

/** One attacker, and what is found about them. */
export interface Attacker {
  readonly program: AttackProgram;
  sightings: Sightings;
  /** The cells that cannot be protected in full against this attacker, and how far they can be. */
  readonly limits: Map<number, Interval>;
}

/** Protects cell after cell, each complementary cell too, until all are. */
export class Protector {
  /** All suppressed cells so far. */
  readonly suppressed: Set<number>;
  /** The attackers, with what is found about them. */
  readonly attackers: readonly Attacker[];
  private readonly breath = new Breath();

  constructor(private readonly given: ProtectedTable) {
    const { attacked, reasons, programs } = given;
    const count = (cell: number): number => attacked.counts[cell] ?? 0;
    this.suppressed = new Set([...reasons.keys()].sort((a, b) => count(a) - count(b) || a - b));
    this.attackers = programs.map(({ least, program }) => ({
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
      for (const attacker of this.attackers) if (this.#protect(cell, attacker)) break;
      await this.breath.take();
    }
  }

  /** Whether a cell is protected in full against an attacker; if not, then as far as can be. */
  #protect(cell: number, attacker: Attacker): boolean {
    const protection = this.#protectionOf(cell);
    const seen = (): Interval => attacker.sightings.of(cell);
    // A width may be had in either direction, so the one that suppresses less is taken.
    if ('width' in protection && !isProtected(protection, seen())) this.#reachCheapest(cell, protection, attacker);
    for (const direction of [1, -1] as const) {
      const value = missingValue(protection, seen(), direction);
      if (value !== undefined) this.#reach(cell, value, attacker);
    }
    if (isProtected(protection, seen())) return true;
    attacker.limits.set(cell, owedOf(protection, seen()));
    return false;
  }

  #reachCheapest(cell: number, protection: Protection, attacker: Attacker): void {
    const ways = ([-1, 1] as const).flatMap((direction) => {
      const value = missingValue(protection, attacker.sightings.of(cell), direction) ?? this.#count(cell);
      const displacement = attacker.program.reach(cell, value);
      return displacement ? [{ displacement, cost: attacker.program.costOf(displacement) }] : [];
    });
    const [cheapest] = ways.sort((a, b) => a.cost - b.cost);
    if (cheapest) this.#take(cheapest.displacement, attacker);
  }

  #reach(cell: number, value: number, attacker: Attacker): void {
    const { program } = attacker;
    const direction = value > this.#count(cell) ? 1 : -1;
    const displacement =
      program.reach(cell, value) ?? program.reach(cell, within(program.furthest(cell, direction), direction));
    if (!displacement) throw new Error('A bound that was found could not be reached.');
    this.#take(displacement, attacker);
  }

  #take(displacement: Displacement, { sightings }: Attacker): void {
    sightings.add(displacement);
    for (const moved of displacement.keys()) this.#suppress(moved);
  }

  #suppress(cell: number): void {
    if (this.suppressed.has(cell)) return;
    this.suppressed.add(cell);
    for (const { program } of this.attackers) program.suppress(cell);
  }

  #protectionOf(cell: number): Protection {
    return protectionOf(this.given.reasons.get(cell), this.given.threshold);
  }

  #count(cell: number): number {
    return this.given.attacked.counts[cell] ?? 0;
  }
}

/** A bound as the integer nearest to it that surely lies within it. */
const within = (bound: number, direction: 1 | -1): number =>
  direction === 1 ? Math.floor(bound + TOLERANCE) : Math.ceil(bound - TOLERANCE);
