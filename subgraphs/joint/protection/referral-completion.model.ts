import { type Connection, type Model, Schema } from 'mongoose';
import type { ContributedDocument } from './contributed';

/** The referrals of one contributor, station and quarter, rolled up. */
export interface ReferralCompletionDocument extends ContributedDocument {
  station: string;
  quarter: string;
  year: number;
  /** Null is suppressed: a small cell is not kept. */
  referred: number | null;
  completed: number | null;
  /** What other parties are told, once something changed after the quarter was released; until then it is the same. */
  released: ReleasedReferrals | null;
}

/** The cells of a release, frozen. */
export interface ReleasedReferrals {
  readonly referred: number | null;
  readonly completed: number | null;
}

const schema = new Schema<ReferralCompletionDocument>(
  {
    _id: { type: String, required: true },
    dataset: { type: String, required: true },
    contributedBy: { type: String, required: true },
    station: { type: String, required: true },
    quarter: { type: String, required: true },
    year: { type: Number, required: true },
    referred: { type: Number, default: null },
    completed: { type: Number, default: null },
    released: { type: Object, default: null },
  },
  { collection: 'referral_completion', versionKey: false },
);
schema.index({ year: 1 });

/** The store of rolled-up referrals. */
export function referralCompletionModel(connection: Connection): Model<ReferralCompletionDocument> {
  const known = connection.models.ReferralCompletion as Model<ReferralCompletionDocument> | undefined;
  return known ?? connection.model<ReferralCompletionDocument>('ReferralCompletion', schema);
}
