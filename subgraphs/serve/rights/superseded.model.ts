import { type Connection, type Model, Schema } from 'mongoose';

/** To whom something was given. */
export interface Recipient {
  readonly party: string;
  readonly agency: string;
  readonly purpose: string;
}

/** What one recipient is told of one record in one batch: the key that it was given, and the fields that it received. */
export interface SupersededRow extends Recipient {
  readonly _id: string;
  /** The day of the batch. */
  readonly batch: string;
  readonly key: string;
  readonly fields: readonly string[];
}

/** A batch as one recipient gets it, and whether they say that they heard it. */
export interface BatchRow extends Recipient {
  readonly _id: string;
  readonly batch: string;
  readonly records: number;
  /** ISO instant; null until then. */
  readonly acknowledgedAt: string | null;
}

/** What makes up the newest batch that was made. */
export interface BatchMark {
  readonly _id: 'newest';
  /** ISO instant. */
  readonly at: string;
}

const recipient = { party: String, agency: String, purpose: String };
const superseded = new Schema<SupersededRow>(
  { _id: String, ...recipient, batch: String, key: String, fields: [String] },
  { collection: 'rights_superseded', versionKey: false, autoIndex: false },
);
superseded.index({ party: 1, agency: 1, purpose: 1, _id: 1 });
const batches = new Schema<BatchRow>(
  { _id: String, ...recipient, batch: String, records: Number, acknowledgedAt: String },
  { collection: 'rights_batches', versionKey: false, autoIndex: false },
);
const marks = new Schema<BatchMark>(
  { _id: String, at: String },
  { collection: 'rights_batch_marks', versionKey: false, autoIndex: false },
);

/** What was told, on a connection. */
export const supersededModel = (connection: Connection): Model<SupersededRow> =>
  (connection.models.Superseded as Model<SupersededRow> | undefined) ??
  connection.model<SupersededRow>('Superseded', superseded);

/** The batches on a connection. */
export const batchModel = (connection: Connection): Model<BatchRow> =>
  (connection.models.SupersededBatch as Model<BatchRow> | undefined) ??
  connection.model<BatchRow>('SupersededBatch', batches);

/** Which batch was the newest, on a connection. */
export const batchMarkModel = (connection: Connection): Model<BatchMark> =>
  (connection.models.BatchMark as Model<BatchMark> | undefined) ?? connection.model<BatchMark>('BatchMark', marks);

/** A recipient's name, of which no part holds a bar. */
export const recipientName = ({ party, agency, purpose }: Recipient): string =>
  [party, agency, purpose].map(encodeURIComponent).join('|');
