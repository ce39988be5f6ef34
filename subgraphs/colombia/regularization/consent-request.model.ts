import { type Connection, type Model, Schema } from 'mongoose';

/** A change of a consent that somebody asked for, by the key that makes a retry safe. It holds no value of a person. */
export interface ConsentRequestRow {
  /** INVARIANT: unique. */
  readonly _id: string;
  readonly permit: string;
  readonly requestInput: string;
}

const schema = new Schema<ConsentRequestRow>(
  { _id: String, permit: String, requestInput: String },
  { collection: 'consent_requests', versionKey: false, autoIndex: false },
);
schema.index({ permit: 1 });

/** The keys under which consents were changed, on a connection. */
export function consentRequestModel(connection: Connection): Model<ConsentRequestRow> {
  const known = connection.models.ConsentRequest as Model<ConsentRequestRow> | undefined;
  return known ?? connection.model<ConsentRequestRow>('ConsentRequest', schema);
}
