import { type Connection, type Model, Schema } from 'mongoose';
import type { AssistanceSector } from './assistance-sector';
import type { ReferralOutcome } from './referral';
import { HISTORY_PATHS, type VersionedDocument } from './versioned-record';

/** A referral as stored. INVARIANT: nothing in it is of a person. */
export interface ReferralDocument extends VersionedDocument {
  addressedTo: string;
  station: string;
  sector: AssistanceSector;
  referredOn: string;
  /** Of the day on which it was made. */
  quarter: string;
  outcome: ReferralOutcome;
}

const schema = new Schema<ReferralDocument>(
  {
    _id: { type: String, required: true },
    dataset: { type: String, required: true },
    contributedBy: { type: String, required: true },
    addressedTo: { type: String, required: true },
    station: { type: String, required: true },
    sector: { type: String, required: true },
    referredOn: { type: String, required: true },
    quarter: { type: String, required: true },
    outcome: { type: String, required: true },
    ...HISTORY_PATHS,
  },
  { collection: 'referrals', versionKey: false },
);
schema.index({ contributedBy: 1, station: 1, quarter: 1 });
schema.index({ 'history.requestKey': 1 });

/** The store of referrals. */
export function referralModel(connection: Connection): Model<ReferralDocument> {
  const known = connection.models.Referral as Model<ReferralDocument> | undefined;
  return known ?? connection.model<ReferralDocument>('Referral', schema);
}
