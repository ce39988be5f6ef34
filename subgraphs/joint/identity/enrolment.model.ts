import { type Connection, type Model, Schema } from 'mongoose';

/** A token that an owner enrolled for one party that may ask. It holds nothing of the person. */
export interface EnrolmentRow {
  /** The token itself. */
  readonly _id: string;
  readonly dataset: string;
  readonly contributedBy: string;
  /** The party whose probes it answers. */
  readonly asking: string;
  /** The owner's reference of the person towards that party; another one towards each. Random for padding. */
  readonly subject: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

const schema = new Schema<EnrolmentRow>(
  { _id: String, dataset: String, contributedBy: String, asking: String, subject: String, expiresAt: Number },
  { collection: 'enrolments', versionKey: false, autoIndex: false },
);
schema.index({ expiresAt: 1 });

/** The enrolled tokens on a connection. */
export function enrolmentModel(connection: Connection): Model<EnrolmentRow> {
  const known = connection.models.Enrolment as Model<EnrolmentRow> | undefined;
  return known ?? connection.model<EnrolmentRow>('Enrolment', schema);
}
