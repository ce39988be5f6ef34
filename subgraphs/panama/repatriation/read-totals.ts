import type { Connection } from 'mongoose';
import { type ReturnTotalRow, returnTotalModel } from './return-total.model';

/** Reads published totals as of a range of months, in the order of the data file. */
export async function readTotals(
  connection: Connection,
  { from, to }: { readonly from?: string | null; readonly to?: string | null } = {},
): Promise<ReturnTotalRow[]> {
  // A date begins with its month: '~' sorts behind every day of it.
  const asOf = { ...(from && { $gte: from }), ...(to && { $lte: `${to}~` }) };
  return returnTotalModel(connection)
    .find(from || to ? { asOf } : {})
    .sort({ _id: 1 })
    .lean<ReturnTotalRow[]>();
}

/** The latest total of those that match; null where nobody published one. */
export const latestOf = (
  totals: readonly ReturnTotalRow[],
  matches: (total: ReturnTotalRow) => boolean,
): ReturnTotalRow | null =>
  totals
    .filter(matches)
    .toSorted((a, b) => a.asOf.localeCompare(b.asOf))
    .at(-1) ?? null;
