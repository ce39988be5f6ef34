import { type Connection, type Model, Schema } from 'mongoose';

/** The cells of one nationality, as they were released. Null is suppressed; what was suppressed is kept nowhere. */
export interface ReturnRecrossingRow {
  /** ISO 3166-1 alpha-3. */
  readonly _id: string;
  readonly dataset: string;
  readonly returnedPersons: number | null;
  readonly personsCrossedAgain: number | null;
}

const schema = new Schema<ReturnRecrossingRow>(
  {
    _id: String,
    dataset: String,
    returnedPersons: { type: Number, default: null },
    personsCrossedAgain: { type: Number, default: null },
  },
  { collection: 'return_recrossings', versionKey: false, autoIndex: false },
);

/** The released cells on a connection. */
export function returnRecrossingModel(connection: Connection): Model<ReturnRecrossingRow> {
  const known = connection.models.ReturnRecrossing as Model<ReturnRecrossingRow> | undefined;
  return known ?? connection.model<ReturnRecrossingRow>('ReturnRecrossing', schema);
}
