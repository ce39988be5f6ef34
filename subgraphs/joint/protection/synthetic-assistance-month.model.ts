import { type Connection, type Model, Schema } from 'mongoose';
import type { ContributedDocument } from './contributed';

/** A synthetic month of one region as stored; null is suppressed, and not kept. */
export interface SyntheticAssistanceDocument extends ContributedDocument {
  month: string;
  region: string;
  consultations: number | null;
  genderBasedViolencePatients: number | null;
}

const schema = new Schema<SyntheticAssistanceDocument>(
  {
    _id: { type: String, required: true },
    dataset: { type: String, required: true },
    contributedBy: { type: String, required: true },
    month: { type: String, required: true },
    region: { type: String, required: true },
    consultations: { type: Number, default: null },
    genderBasedViolencePatients: { type: Number, default: null },
  },
  { collection: 'synthetic_assistance_months', versionKey: false },
);
schema.index({ month: 1 });

/** The store of synthetic months. */
export function syntheticAssistanceModel(connection: Connection): Model<SyntheticAssistanceDocument> {
  const known = connection.models.SyntheticAssistanceMonth as Model<SyntheticAssistanceDocument> | undefined;
  return known ?? connection.model<SyntheticAssistanceDocument>('SyntheticAssistanceMonth', schema);
}
