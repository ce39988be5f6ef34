import type { TableEquations } from '../linear-program/table-equations';
import { type Coordinates, cellId } from '../table/frequency-table';
import { type PublicationFinding, publicationFinding } from './publication-findings';

/** A cell as its owner would publish it: a count, or null where it is suppressed. */
export interface PastedCell {
  readonly coordinates: Coordinates;
  readonly value: number | null;
}

/** What was pasted, by cell id, and what is wrong with its form. */
export interface PastedTable {
  readonly values: ReadonlyMap<string, number | null>;
  readonly findings: readonly PublicationFinding[];
}

const isCount = (value: number | null): boolean => value === null || (Number.isSafeInteger(value) && value >= 0);

/** Reads pasted cells. A cell that is no count is read as suppressed; of a cell given twice the first holds. */
export function readPasted(equations: TableEquations, cells: Iterable<PastedCell>): PastedTable {
  const values = new Map<string, number | null>();
  const findings: PublicationFinding[] = [];
  for (const { coordinates, value } of cells) {
    const id = cellId(coordinates);
    if (!equations.numberOf.has(id)) findings.push(publicationFinding('UNKNOWN_CODE', id));
    else if (values.has(id)) findings.push(publicationFinding('DUPLICATE_CELL', id));
    else {
      if (!isCount(value)) findings.push(publicationFinding('INVALID_COUNT', id));
      values.set(id, isCount(value) ? value : null);
    }
  }
  const missing = equations.ids.filter((id) => !values.has(id));
  return { values, findings: [...findings, ...missing.map((id) => publicationFinding('MISSING_CELL', id))] };
}
