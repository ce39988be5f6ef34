import type { Figure } from '@pasarela/schema/questions/figure';
import type { Table } from '@pasarela/schema/questions/table';

/** One footnote: what figures have in common, and the periods that they cover. */
export interface Footnote {
  readonly number: number;
  readonly figure: Figure;
  /** Distinct periods in the order in which they appear: `2023`, `2024-01..2024-07`. */
  readonly coverage: string[];
}

/** The footnotes of an answer's figures: one for each provenance, however many figures share it. */
export class Footnotes {
  private readonly byKey = new Map<string, Footnote>();

  constructor(tables: readonly Table[]) {
    for (const cell of tables.flatMap(({ rows }) => rows.flat())) if (cell?.figure) this.add(cell.figure);
  }

  /** Every footnote, by number. */
  get all(): readonly Footnote[] {
    return [...this.byKey.values()];
  }

  /** The number of a figure's footnote. */
  numberOf(figure: Figure): number | undefined {
    return this.byKey.get(keyOf(figure))?.number;
  }

  private add(figure: Figure): void {
    const key = keyOf(figure);
    const footnote = this.byKey.get(key) ?? { number: this.byKey.size + 1, figure, coverage: [] };
    this.byKey.set(key, footnote);
    const period = coverageOf(figure);
    if (period && !footnote.coverage.includes(period)) footnote.coverage.push(period);
  }
}

/** The period that a figure covers. */
export function coverageOf({ coverageFrom, coverageTo }: Figure): string | undefined {
  const [from, to] = [coverageFrom ?? coverageTo, coverageTo ?? coverageFrom];
  return from === to ? (from ?? undefined) : `${from}..${to}`;
}

/** INVARIANT: everything but value, state and period; a difference in any of these is another footnote. */
function keyOf({ countingParty, definition, unit, asOf, status, dataset, source, note }: Figure): string {
  return JSON.stringify([countingParty, definition, unit, asOf, status, dataset, source, note]);
}
