import { attackersOf } from '../linear-program/attacker-knowledge';
import { loadSolver } from '../linear-program/solver';
import { numbersOf, tableEquations } from '../linear-program/table-equations';
import { type Interval, isProtected, protectionOf } from '../secondary/protection';
import type { SecondarySuppression } from '../secondary/suppress-secondary';
import type { PrimaryReason } from '../threshold/primary-suppression';
import { AttackerView } from './attacker-view';

/** A suppressed cell that can be worked out more nearly than its protection allows. For the owner alone. */
export interface AuditFinding {
  readonly cell: string;
  /** Why the cell is suppressed; none for a complementary one. */
  readonly reason: PrimaryReason | undefined;
  /** What an attacker knows it to lie between. */
  readonly interval: Interval;
}

/**
 * Reads a suppressed table as an attacker does and finds the cells that are not protected. It takes nothing from what
 * chose the cells but what protection they are owed. What is known from elsewhere counts as known to the attacker; a
 * cell is not found where suppressing everything that may be would leave it no better protected.
 */
export async function auditSuppression(
  given: SecondarySuppression & { readonly suppressed: Iterable<string> },
): Promise<AuditFinding[]> {
  const solver = await loadSolver();
  const { table, primary, threshold } = given;
  const equations = tableEquations(table.dimensions);
  const suppressed = numbersOf(equations, given.suppressed);
  const known = numbersOf(equations, given.known ?? []);
  const persons = (id: string): number => table.cells.get(id)?.persons ?? 0;
  let left = [...suppressed].filter((cell) => !known.has(cell)).sort((a, b) => a - b);
  const findings = new Map<number, AuditFinding>();
  // The second attacker knows less, so only what the first one narrows can be narrowed by it.
  for (const least of attackersOf([...suppressed].map((cell) => persons(equations.ids[cell] ?? '')))) {
    const counts = (isUnknown: (cell: number) => boolean): Map<number, number> =>
      new Map(equations.ids.flatMap((id, cell) => (isUnknown(cell) ? [] : [[cell, persons(id)]])));
    const release = new AttackerView(solver, {
      equations,
      least,
      counts: counts((cell) => suppressed.has(cell) && !known.has(cell)),
    });
    const outside = new AttackerView(solver, {
      equations,
      least,
      counts: counts((cell) => !known.has(cell) && (suppressed.has(cell) || persons(equations.ids[cell] ?? '') > 0)),
    });
    try {
      left = left.filter((cell) => {
        const id = equations.ids[cell] ?? '';
        const reason = primary.get(id);
        const protection = protectionOf(reason, threshold);
        if (isProtected(protection, release.seen(cell))) return false;
        const interval = release.interval(cell);
        if (isProtected(protection, interval)) return false;
        if (!isProtected(protection, interval, outside.interval(cell)))
          findings.set(cell, { cell: id, reason, interval });
        return true;
      });
    } finally {
      release.dispose();
      outside.dispose();
    }
  }
  return [...findings.values()];
}
