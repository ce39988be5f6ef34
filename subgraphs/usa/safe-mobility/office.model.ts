import { type Connection, type Model, Schema } from 'mongoose';
import type { PublishedOffice } from './published-offices';

const text = { type: String, required: true } as const;

const schema: Schema<PublishedOffice> = new Schema(
  {
    country: text,
    opened: text,
    openedSource: text,
    closed: text,
    closedSource: text,
    nationalities: { type: [String], required: true },
    presentBy: { type: String, default: null },
    eligibilitySource: text,
  },
  { collection: 'offices', versionKey: false },
);
schema.index({ country: 1 }, { unique: true });

/** The store of offices. */
export function officeModel(connection: Connection): Model<PublishedOffice> {
  return connection.models.Office ?? connection.model<PublishedOffice>('Office', schema);
}
