import { type Connection, type Model, Schema } from 'mongoose';

/** The mark that a whole seed leaves last. */
export interface SeedMarkRow {
  readonly _id: string;
  readonly version: number;
}

const schema = new Schema<SeedMarkRow>(
  { _id: String, version: Number },
  { collection: 'seed_marks', versionKey: false, autoIndex: false },
);

/** The seed's mark on a connection. */
export function seedMarkModel(connection: Connection): Model<SeedMarkRow> {
  return (connection.models.SeedMark as Model<SeedMarkRow>) ?? connection.model<SeedMarkRow>('SeedMark', schema);
}
