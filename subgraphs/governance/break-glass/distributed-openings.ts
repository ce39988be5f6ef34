import { holderOf, type Opening } from '@pasarela/schema/access/opening';
import type { Connection } from 'mongoose';
import { type BreakGlassRow, breakGlassModel } from './break-glass-opening.model';

/** The openings that are in force, as enforcement points get them: without the name of who opened. */
export async function distributedOpenings(connection: Connection, now: Date): Promise<Opening[]> {
  const rows = await breakGlassModel(connection)
    .find({ endedAt: null, until: { $gt: now.toISOString() } })
    .sort({ openedAt: 1, _id: 1 })
    .lean<BreakGlassRow[]>();
  return rows.map(distributed);
}

function distributed({ _id: id, owner, agreement, by, purpose, openedAt, until }: BreakGlassRow): Opening {
  const { party, agency } = by;
  return {
    id,
    owner,
    agreement,
    party,
    agency,
    holder: holderOf(id, by),
    purpose,
    openedAt: Date.parse(openedAt),
    until: Date.parse(until),
  };
}
