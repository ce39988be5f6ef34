import { attackersOf } from '../linear-program/attacker-knowledge';
import { loadSolver } from '../linear-program/solver';
import { numbersOf, tableEquations } from '../linear-program/table-equations';
import type { FrequencyTable } from '../table/frequency-table';
import type { PrimaryReason } from '../threshold/primary-suppression';
import { type AttackedTable, AttackProgram } from './attack-program';
import { Protector } from './protector';
import { publishUnneeded } from './publish-unneeded';
import { untoldCells } from './untold-cells';

/** What a table is protected with. */
export interface SecondarySuppression {
  readonly table: FrequencyTable;
  readonly primary: ReadonlyMap<string, PrimaryReason>;
  readonly threshold: number;
  /** Ids of cells whose exact count is published elsewhere: nothing protects those any more. */
  readonly known?: Iterable<string>;
}

/**
 * All cells to suppress: those that must be by themselves, and complementary ones, so that no suppressed cell can be
 * worked out from the published ones more nearly than its protection allows (`protectionOf`). Zeros that are
 * published stay published. Where what is known from elsewhere narrows a cell however much is suppressed, it is
 * protected as far as that leaves. The same table gives the same cells.
 *
 * The bounds are those of continuous counts. They are also the bounds of integers wherever the equations are totally
 * unimodular, as in every table of two dimensions; in three they can be wider, so the spans that the audit reads hold
 * for an attacker who solves linear programs, and an attacker who enumerates integers may in rare patterns do better.
 */
export async function suppressSecondary(given: SecondarySuppression): Promise<ReadonlySet<string>> {
  const solver = await loadSolver();
  const attackers = attackersOf([...given.primary.keys()].map((id) => given.table.cells.get(id)?.persons ?? 0));
  const { equations, attacked, known, untold } = attackedTable(given, !attackers.includes(1));
  const programs = attackers.map((least) => ({ least, program: new AttackProgram(solver, attacked, least) }));
  try {
    const reasons = new Map(
      [...given.primary]
        .map(([id, reason]) => [equations.numberOf.get(id) ?? -1, reason] as const)
        .filter(([cell]) => !untold.has(cell)),
    );
    const protectedTable = { attacked, known, reasons, threshold: given.threshold, programs };
    const protector = new Protector(protectedTable);
    await protector.protectAll();
    const needed = await publishUnneeded(protectedTable, protector.attackers, protector.suppressed);
    return new Set([...needed, ...untold].sort((a, b) => a - b).map((cell) => equations.ids[cell] ?? ''));
  } finally {
    for (const { program } of programs) program.dispose();
  }
}

/** @param mayBeZero whether every attacker takes a suppressed cell to be 0 or more */
function attackedTable({ table, primary, known }: SecondarySuppression, mayBeZero: boolean) {
  const equations = tableEquations(table.dimensions);
  const counts = equations.ids.map((id) => table.cells.get(id)?.persons ?? 0);
  const knownCells = numbersOf(equations, known ?? []);
  const isPrimary = (cell: number): boolean => primary.has(equations.ids[cell] ?? '');
  const untold = mayBeZero
    ? untoldCells(equations, (cell) => isPrimary(cell) && !knownCells.has(cell))
    : new Set<number>();
  const canMove = (cell: number): boolean =>
    !knownCells.has(cell) && !untold.has(cell) && ((counts[cell] ?? 0) > 0 || isPrimary(cell));
  const attacked: AttackedTable = { equations, counts, canMove };
  return { equations, attacked, known: knownCells, untold };
}
