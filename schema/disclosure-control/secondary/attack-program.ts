import type { Highs } from 'highs';
import type { LeastSuppressed } from '../linear-program/attacker-knowledge';
import { HeldProgram, type LinearProgram } from '../linear-program/solver';
import type { TableEquations } from '../linear-program/table-equations';

/** By how much cells differ from their counts in another table that says the same where nothing is suppressed. */
export type Displacement = ReadonlyMap<number, number>;

/** A table as the attack sees it, cells by number. */
export interface AttackedTable {
  readonly equations: TableEquations;
  readonly counts: readonly number[];
  /** Whether a cell may be suppressed at all: neither known from elsewhere nor a zero that is published. */
  readonly canMove: (cell: number) => boolean;
}

const NOISE = 1e-7;
/** What it costs to move a suppressed cell, against a published one: enough to keep solutions small, never to choose. */
const SUPPRESSED_SHARE = 1e-3;

/**
 * The incremental attack as a linear program (Kelly, Golden & Assad 1992; Fischetti & Salazar-Gonzalez 2001, the
 * heuristic part): each cell may go up or down from its count, the table must still add up, a move of a published
 * cell costs. The cheapest way to move one cell by what its protection asks shows which cells to suppress with it.
 */
export class AttackProgram {
  readonly #program: HeldProgram;
  readonly #cells: readonly number[];
  readonly #columnOf: ReadonlyMap<number, number>;
  readonly #costs: Float64Array;

  constructor(
    solver: Highs,
    private readonly table: AttackedTable,
    private readonly least: LeastSuppressed,
  ) {
    this.#cells = table.counts.flatMap((_, cell) => (table.canMove(cell) ? [cell] : []));
    this.#columnOf = new Map(this.#cells.map((cell, at) => [cell, 2 * at]));
    const program = this.#linearProgram();
    this.#costs = Float64Array.from(program.cost);
    this.#program = new HeldProgram(solver, program, 'boundsChange');
  }

  /** From now on a cell is suppressed: to move it costs next to nothing. */
  suppress(cell: number): void {
    this.#setShare(cell, SUPPRESSED_SHARE);
  }

  /** From now on a cell stays at its count. */
  fix(cell: number): void {
    this.#setRoom(cell, 0, 0);
  }

  /** Takes `fix` back. */
  free(cell: number): void {
    this.#setRoom(cell, Number.POSITIVE_INFINITY, this.#roomDown(cell));
  }

  /** From now on no cell moves but the suppressed ones. */
  seal(suppressed: ReadonlySet<number>): void {
    for (const cell of this.#cells) if (!suppressed.has(cell)) this.fix(cell);
  }

  /** The cheapest displacement that brings a cell to a value, or null where none does. */
  reach(cell: number, value: number): Displacement | null {
    const step = value - this.#count(cell);
    const up = this.#columnOf.get(cell);
    if (up === undefined || -step > this.#roomDown(cell)) return null;
    this.#program.setBounds(up, Math.max(step, 0), Math.max(step, 0));
    this.#program.setBounds(up + 1, Math.max(-step, 0), Math.max(-step, 0));
    const outcome = this.#program.solve();
    this.free(cell);
    return typeof outcome === 'string' ? null : this.#displacement(outcome.values);
  }

  /** What a displacement costs as things stand: cells that are suppressed cost next to nothing. */
  costOf(displacement: Displacement): number {
    return [...displacement].reduce(
      (sum, [cell, by]) => sum + Math.abs(by) * (this.#costs[this.#columnOf.get(cell) ?? -1] ?? 0),
      0,
    );
  }

  /** The value furthest up or down that a cell can have with everything suppressed that may be. */
  furthest(cell: number, direction: 1 | -1): number {
    const up = this.#columnOf.get(cell);
    if (up === undefined) return this.#count(cell);
    const costs = new Float64Array(this.#costs.length);
    costs[up] = -direction;
    costs[up + 1] = direction;
    this.#program.setCosts(costs);
    // Up and down together without end is no displacement.
    this.#program.setBounds(up + (direction === 1 ? 1 : 0), 0, 0);
    const outcome = this.#program.solve();
    this.free(cell);
    this.#program.setCosts(this.#costs);
    if (outcome === 'UNBOUNDED') return direction * Number.POSITIVE_INFINITY;
    if (outcome === 'INFEASIBLE') throw new Error('A table is no solution of its own equations.');
    return this.#count(cell) + (this.#displacement(outcome.values).get(cell) ?? 0);
  }

  dispose(): void {
    this.#program.dispose();
  }

  #linearProgram(): LinearProgram {
    const rows = this.table.equations.rows.map(({ total, parts }) => {
      const total_ = this.#entries(total, 1);
      const entries = [...total_, ...parts.flatMap((part) => this.#entries(part, -1))];
      return {
        columns: entries.map(([column]) => column),
        coefficients: entries.map(([, coefficient]) => coefficient),
        equals: 0,
      };
    });
    return {
      lower: this.#cells.flatMap(() => [0, 0]),
      upper: this.#cells.flatMap((cell) => [Number.POSITIVE_INFINITY, this.#roomDown(cell)]),
      cost: this.#cells.flatMap((cell) => [this.#weight(cell), this.#weight(cell)]),
      rows: rows.filter(({ columns }) => columns.length > 0),
    };
  }

  #entries(cell: number, coefficient: number): Array<[number, number]> {
    const up = this.#columnOf.get(cell);
    return up === undefined
      ? []
      : [
          [up, coefficient],
          [up + 1, -coefficient],
        ];
  }

  #displacement(values: Float64Array): Displacement {
    const moved = new Map<number, number>();
    this.#cells.forEach((cell, at) => {
      const by = (values[2 * at] ?? 0) - (values[2 * at + 1] ?? 0);
      if (Math.abs(by) > NOISE) moved.set(cell, by);
    });
    return moved;
  }

  #setShare(cell: number, share: number): void {
    const up = this.#columnOf.get(cell);
    if (up === undefined) return;
    for (const column of [up, up + 1]) {
      this.#costs[column] = this.#weight(cell) * share;
      this.#program.setCost(column, this.#weight(cell) * share);
    }
  }

  #setRoom(cell: number, roomUp: number, roomDown: number): void {
    const up = this.#columnOf.get(cell);
    if (up === undefined) return;
    this.#program.setBounds(up, 0, roomUp);
    this.#program.setBounds(up + 1, 0, roomDown);
  }

  /** What a person moved costs: a little more in a great cell, so that among equals the small one is given up. */
  #weight(cell: number): number {
    return 1 + Math.log1p(this.#count(cell));
  }

  #roomDown(cell: number): number {
    return Math.max(0, this.#count(cell) - this.least);
  }

  #count(cell: number): number {
    return this.table.counts[cell] ?? 0;
  }
}
