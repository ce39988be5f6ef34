import { type Connection, type Model, Schema } from 'mongoose';

/** A change of a party's root key, with the signatures that it has so far. */
export interface RootKeyChangeRow {
  /** `PARTY:number:` and a digest of what is signed. */
  readonly _id: string;
  readonly party: string;
  readonly number: number;
  /** The signed change as JSON. */
  readonly signed: string;
  /** Parts as JSON that the new key signed: the party's own, and that of ALL. They are published with the change. */
  readonly resigned: readonly string[];
  readonly state: 'PENDING' | 'IN_FORCE';
  /** ISO instant of the last signature. */
  readonly changedAt: string;
  /** Who handed in the last signature. */
  readonly changedBy: string;
  /** The party of who handed it in first. */
  readonly startedBy: string;
}

const schema = new Schema<RootKeyChangeRow>(
  {
    _id: String,
    party: String,
    number: Number,
    signed: String,
    resigned: [String],
    state: String,
    changedAt: String,
    changedBy: String,
    startedBy: String,
  },
  { collection: 'root_key_changes', versionKey: false, autoIndex: false },
);

/** The key changes on a connection. */
export function rootKeyChangeModel(connection: Connection): Model<RootKeyChangeRow> {
  const known = connection.models.RootKeyChange as Model<RootKeyChangeRow> | undefined;
  return known ?? connection.model<RootKeyChangeRow>('RootKeyChange', schema);
}

/** The changes that are in force, in the order in which they follow each other. */
export function changesInForce(connection: Connection): Promise<RootKeyChangeRow[]> {
  const model = rootKeyChangeModel(connection);
  return model.find({ state: 'IN_FORCE' }).sort({ number: 1, party: 1 }).lean<RootKeyChangeRow[]>();
}
