import type { Connection } from 'mongoose';
import { type RootKeyChangeRow, rootKeyChangeModel } from './root-key-change.model';

/** So many changes that one party began wait for signatures at most; the oldest makes room for the newest. */
export const MAX_PENDING = 20;

/**
 * Forgets pending changes that one more makes needless: those that another key came before, and the oldest of those
 * that one party began.
 */
export async function forgetChanges(row: RootKeyChangeRow, connection: Connection): Promise<void> {
  const model = rootKeyChangeModel(connection);
  const { party, number, startedBy } = row;
  if (row.state === 'IN_FORCE') await model.deleteMany({ party, number: { $lte: number }, state: 'PENDING' });
  const others = await model
    .find({ startedBy, state: 'PENDING', _id: { $ne: row._id } })
    .sort({ changedAt: -1, _id: 1 })
    .lean<RootKeyChangeRow[]>();
  const oldest = others.slice(MAX_PENDING - 1).map(({ _id }) => _id);
  if (oldest.length > 0) await model.deleteMany({ _id: { $in: oldest } });
}
