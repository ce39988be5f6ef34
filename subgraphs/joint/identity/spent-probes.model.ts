import { type Connection, type Model, Schema } from 'mongoose';

/** How much of a limit is spent. INVARIANT: written alike for every probe, whatever comes of it. */
export interface SpentProbesRow {
  /** What is limited: a party's year, or a digest of a case or of a target in one. */
  readonly _id: string;
  readonly spent: number;
  /** Milliseconds since the epoch: then the limit begins anew. */
  readonly expiresAt: number;
}

const schema = new Schema<SpentProbesRow>(
  { _id: String, spent: Number, expiresAt: Number },
  { collection: 'spent_probes', versionKey: false, autoIndex: false },
);
schema.index({ expiresAt: 1 });

/** What is spent of the limits, on a connection. */
export function spentProbesModel(connection: Connection): Model<SpentProbesRow> {
  const known = connection.models.SpentProbes as Model<SpentProbesRow> | undefined;
  return known ?? connection.model<SpentProbesRow>('SpentProbes', schema);
}
