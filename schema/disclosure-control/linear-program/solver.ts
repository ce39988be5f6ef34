import loadHighs, { type Highs, type Model, type ModelData } from 'highs';

/** A sparse row of a linear program: the columns and their coefficients. */
export interface ProgramRow {
  readonly columns: readonly number[];
  readonly coefficients: readonly number[];
  /** What the row must come to. */
  readonly equals: number;
}

/** A linear program whose rows are equations: bounds and cost of each column. Costs are minimised. */
export interface LinearProgram {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly cost: readonly number[];
  readonly rows: readonly ProgramRow[];
}

/** What a program came to: the values of its columns, or why there are none. */
export type Outcome = { readonly values: Float64Array } | 'INFEASIBLE' | 'UNBOUNDED';

let loaded: Promise<Highs> | undefined;

/** The solver HiGHS (WebAssembly, one thread), loaded once in a process. */
export function loadSolver(): Promise<Highs> {
  loaded ??= loadHighs();
  return loaded;
}

/** Status codes of HiGHS. Every other one means that nothing is known. */
const EMPTY = 6;
const OPTIMAL = 7;
const INFEASIBLE = 8;
const UNBOUNDED = 10;
const KNOWN: ReadonlySet<number> = new Set([EMPTY, OPTIMAL, INFEASIBLE, UNBOUNDED]);

/** How a program that changes is solved again: costs that change keep the last point feasible, bounds that change keep it optimal. */
const STRATEGIES = { boundsChange: 1, costsChange: 4 } as const;

/** A program that stays with the solver while it is changed and solved again from where it stood. To be disposed of. */
export class HeldProgram {
  readonly #model: Model;

  constructor(solver: Highs, program: LinearProgram, changes: keyof typeof STRATEGIES) {
    this.#model = solver.createModel(modelOf(program));
    // Presolving may end in "unbounded or infeasible", which does not say which.
    this.#model.options.set({ output_flag: false, presolve: 'off', simplex_strategy: STRATEGIES[changes] });
  }

  setBounds(column: number, lower: number, upper: number): void {
    this.#model.changeColBounds(column, lower, upper);
  }

  setCost(column: number, cost: number): void {
    this.#model.changeColCost(column, cost);
  }

  setCosts(costs: Float64Array): void {
    this.#model.changeColsCost({ kind: 'range', from: 0, to: costs.length - 1 }, costs);
  }

  /** @throws Error where the solver neither solved the program nor proved that it cannot be: nothing may rest on that. */
  solve(): Outcome {
    this.#model.run();
    if (!KNOWN.has(this.#model.getModelStatus())) this.#solveFromNothing();
    const status = this.#model.getModelStatus();
    if (status === EMPTY) return { values: new Float64Array() };
    if (status === OPTIMAL) return { values: this.#model.getSolution().colValue };
    if (status === INFEASIBLE) return 'INFEASIBLE';
    if (status === UNBOUNDED) return 'UNBOUNDED';
    throw new Error(`The linear program was not solved: HiGHS status ${status}.`);
  }

  dispose(): void {
    this.#model.dispose();
  }

  /** Where the solver lost its way from where it stood, it may find it without. */
  #solveFromNothing(): void {
    this.#model.clearSolver();
    this.#model.run();
  }
}

function modelOf({ lower, upper, cost, rows }: LinearProgram): ModelData {
  const starts = [0];
  for (const { columns } of rows) starts.push((starts.at(-1) ?? 0) + columns.length);
  const sides = rows.map(({ equals }) => equals);
  return {
    numCols: cost.length,
    numRows: rows.length,
    colCost: cost,
    colLower: lower,
    colUpper: upper,
    rowLower: sides,
    rowUpper: sides,
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: cost.length,
      starts,
      indices: rows.flatMap(({ columns }) => columns),
      values: rows.flatMap(({ coefficients }) => coefficients),
    },
  };
}
