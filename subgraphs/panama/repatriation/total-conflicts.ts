import type { ReturnTotalRow } from './return-total.model';
import { publisherOf } from './return-total-node';

/** How totals conflict. */
export type ConflictKind = 'SAME_MONTH' | 'LOWER_LATER';

/** Totals of one measure that cannot all be right. */
export interface Conflict {
  readonly kind: ConflictKind;
  readonly rows: readonly ReturnTotalRow[];
}

type Numbered = ReturnTotalRow & { readonly value: number };
const isNumbered = (row: ReturnTotalRow): row is Numbered => row.value !== null;
const monthOf = ({ asOf }: ReturnTotalRow): string => asOf.slice(0, 7);
const scopeOf = ({ unit, flightType, legalCategory, nationalityGroup, funder }: ReturnTotalRow): string =>
  JSON.stringify([unit, flightType, legalCategory, nationalityGroup, funder]);

/**
 * Totals that conflict: other figures of several publishers in one month, and a total that is lower than an
 * earlier one, though totals only grow. Only totals of the very same measure and dimensions are compared.
 */
export function conflictsIn(totals: readonly ReturnTotalRow[]): Conflict[] {
  const scopes = Object.values(Object.groupBy(totals.filter(isNumbered), scopeOf)) as Numbered[][];
  return scopes
    .flatMap((rows) => [...inOneMonth(rows), ...lowerLater(rows)])
    .toSorted((a, b) => firstDate(a).localeCompare(firstDate(b)));
}

const firstDate = ({ rows }: Conflict): string => rows[0]?.asOf ?? '';

function inOneMonth(rows: readonly Numbered[]): Conflict[] {
  const months = Object.values(Object.groupBy(rows, monthOf)) as Numbered[][];
  return months
    .filter(
      (ofMonth) => new Set(ofMonth.map(publisherOf)).size > 1 && new Set(ofMonth.map(({ value }) => value)).size > 1,
    )
    .map((ofMonth) => ({ kind: 'SAME_MONTH', rows: ofMonth.toSorted((a, b) => a.value - b.value) }));
}

function lowerLater(rows: readonly Numbered[]): Conflict[] {
  return rows.flatMap((earlier) =>
    rows
      .filter((later) => monthOf(later) > monthOf(earlier) && later.value < earlier.value)
      .map((later) => ({ kind: 'LOWER_LATER' as const, rows: [earlier, later] })),
  );
}

/** Every two of some totals whose figures differ, in their order. */
export const pairsOf = (rows: readonly ReturnTotalRow[]): Array<readonly [Numbered, Numbered]> =>
  rows.filter(isNumbered).flatMap((first, index, all) =>
    all
      .slice(index + 1)
      .filter(({ value }) => value !== first.value)
      .map((second) => [first, second] as const),
  );
