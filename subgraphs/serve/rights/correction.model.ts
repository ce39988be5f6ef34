import { type Connection, type Model, Schema } from 'mongoose';

/** That a record was corrected, or is to be erased, as stored. */
export interface CorrectionRow {
  /** Of the case and what was done: recorded again, it stays one. */
  readonly _id: string;
  readonly record: string;
  readonly what: 'CORRECTED' | 'ERASED';
  /** ISO instant. */
  readonly recordedAt: string;
  /** The day of the batch in which past recipients hear of it, and in which an erasure is done. */
  readonly batch: string;
  /** Whether that batch was made. */
  readonly settled: boolean;
}

const schema = new Schema<CorrectionRow>(
  { _id: String, record: String, what: String, recordedAt: String, batch: String, settled: Boolean },
  { collection: 'rights_corrections', versionKey: false, autoIndex: false },
);
schema.index({ settled: 1, batch: 1 });

/** The corrections on a connection. */
export function correctionModel(connection: Connection): Model<CorrectionRow> {
  const known = connection.models.Correction as Model<CorrectionRow> | undefined;
  return known ?? connection.model<CorrectionRow>('Correction', schema);
}
