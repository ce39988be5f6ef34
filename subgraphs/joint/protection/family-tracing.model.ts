import { type Connection, type Model, Schema } from 'mongoose';
import type { ContributedDocument } from './contributed';
import type { FamilyTracingState } from './family-tracing';

/** A referral for family tracing as stored. INVARIANT: no identity is kept. */
export interface FamilyTracingDocument extends ContributedDocument {
  addressedTo: string;
  openedOn: string;
  state: FamilyTracingState;
  concernsChild: boolean;
}

const schema = new Schema<FamilyTracingDocument>(
  {
    _id: { type: String, required: true },
    dataset: { type: String, required: true },
    contributedBy: { type: String, required: true },
    addressedTo: { type: String, required: true },
    openedOn: { type: String, required: true },
    state: { type: String, required: true },
    concernsChild: { type: Boolean, required: true },
  },
  { collection: 'family_tracing_referrals', versionKey: false },
);

/** The store of referrals for family tracing. */
export function familyTracingModel(connection: Connection): Model<FamilyTracingDocument> {
  const known = connection.models.FamilyTracingReferral as Model<FamilyTracingDocument> | undefined;
  return known ?? connection.model<FamilyTracingDocument>('FamilyTracingReferral', schema);
}
