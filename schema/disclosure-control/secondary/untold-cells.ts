import type { TableEquations } from '../linear-program/table-equations';

/**
 * The cells of every part of a table of which nothing is told: all that hangs together by equations is suppressed by
 * itself, and none of it is known. Whoever takes a suppressed cell to be 0 or more can take each of these for any
 * number, so that they need no protection and give none.
 *
 * @param isUntold whether a cell is suppressed by itself and not known from elsewhere
 */
export function untoldCells({ ids, rows }: TableEquations, isUntold: (cell: number) => boolean): ReadonlySet<number> {
  const untold = new Set([...ids.keys()].filter(isUntold));
  for (let before = -1; before !== untold.size; ) {
    before = untold.size;
    for (const { total, parts } of rows) {
      const related = [total, ...parts];
      if (!related.every((cell) => untold.has(cell))) for (const cell of related) untold.delete(cell);
    }
  }
  return untold;
}
