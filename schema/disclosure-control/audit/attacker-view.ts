import type { Highs } from 'highs';
import type { LeastSuppressed } from '../linear-program/attacker-knowledge';
import { HeldProgram, type ProgramRow } from '../linear-program/solver';
import type { TableEquations } from '../linear-program/table-equations';
import type { Interval } from '../secondary/protection';

/** What an attacker holds: the counts of the cells they know, by number, and nothing of the others. */
export interface AttackerHoldings {
  readonly equations: TableEquations;
  readonly counts: ReadonlyMap<number, number>;
  readonly least: LeastSuppressed;
}

/**
 * What an attacker works out of a table by linear programming: the least and the greatest that each cell which they
 * do not know can be. It knows nothing of why a cell is suppressed. To be disposed of.
 */
export class AttackerView {
  readonly #program: HeldProgram;
  readonly #unknown: readonly number[];
  readonly #columnOf: ReadonlyMap<number, number>;
  readonly #seen: Array<{ lowest: number; highest: number }>;

  constructor(
    solver: Highs,
    private readonly holdings: AttackerHoldings,
  ) {
    this.#unknown = holdings.equations.ids.flatMap((_, cell) => (holdings.counts.has(cell) ? [] : [cell]));
    this.#columnOf = new Map(this.#unknown.map((cell, column) => [cell, column]));
    this.#seen = this.#unknown.map(() => ({ lowest: Number.POSITIVE_INFINITY, highest: Number.NEGATIVE_INFINITY }));
    this.#program = new HeldProgram(
      solver,
      {
        lower: this.#unknown.map(() => holdings.least),
        upper: this.#unknown.map(() => Number.POSITIVE_INFINITY),
        cost: this.#unknown.map(() => 0),
        rows: holdings.equations.rows.flatMap((row) => this.#rowOf(row) ?? []),
      },
      'costsChange',
    );
  }

  /** Whether any table at all is as the attacker knows it. */
  isPossible(): boolean {
    return this.#solve() !== 'INFEASIBLE';
  }

  /** What a cell was in the tables found so far: a part of its interval that cost nothing. */
  seen(cell: number): Interval {
    const known = this.holdings.counts.get(cell);
    const column = this.#columnOf.get(cell);
    if (known !== undefined || column === undefined)
      return { lowest: known ?? Number.NaN, highest: known ?? Number.NaN };
    return this.#seen[column] ?? { lowest: Number.NaN, highest: Number.NaN };
  }

  /** The interval of a cell. */
  interval(cell: number): Interval {
    const column = this.#columnOf.get(cell);
    if (column === undefined) return this.seen(cell);
    return { lowest: this.#furthest(column, 1), highest: this.#furthest(column, -1) };
  }

  dispose(): void {
    this.#program.dispose();
  }

  #furthest(column: number, cost: 1 | -1): number {
    this.#program.setCost(column, cost);
    const outcome = this.#solve();
    this.#program.setCost(column, 0);
    if (outcome === 'UNBOUNDED') return Number.POSITIVE_INFINITY;
    if (outcome === 'INFEASIBLE') throw new Error('No table is as its published cells say.');
    return outcome.values[column] ?? Number.NaN;
  }

  #solve() {
    const outcome = this.#program.solve();
    if (typeof outcome === 'object')
      this.#seen.forEach((seen, column) => {
        const value = outcome.values[column] ?? 0;
        seen.lowest = Math.min(seen.lowest, value);
        seen.highest = Math.max(seen.highest, value);
      });
    return outcome;
  }

  /** An equation with what is known taken to its right side; none where nothing in it is unknown. */
  #rowOf({ total, parts }: { total: number; parts: readonly number[] }): ProgramRow | undefined {
    const columns: number[] = [];
    const coefficients: number[] = [];
    let equals = 0;
    const take = (cell: number, coefficient: number): void => {
      const known = this.holdings.counts.get(cell);
      if (known !== undefined) {
        equals -= coefficient * known;
        return;
      }
      columns.push(this.#columnOf.get(cell) ?? -1);
      coefficients.push(coefficient);
    };
    take(total, 1);
    for (const part of parts) take(part, -1);
    return columns.length > 0 ? { columns, coefficients, equals } : undefined;
  }
}
