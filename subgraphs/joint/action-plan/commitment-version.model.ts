import { type Connection, type Model, Schema } from 'mongoose';
import type { CommitmentPart, CommitmentStatus } from './commitment-codes';
import type { CommitmentMilestone, EvidenceDocument } from './commitment-parts';

/** A commitment as one change left it. A version is never overwritten: the latest one is what stands. */
export interface CommitmentVersion {
  readonly commitment: string;
  /** 1 is the first change. INVARIANT: unique for a commitment. */
  readonly version: number;
  readonly contributedBy: string;
  readonly status: CommitmentStatus;
  readonly milestones: readonly CommitmentMilestone[];
  readonly evidence: readonly EvidenceDocument[];
  readonly note: string | null;
  readonly changed: readonly CommitmentPart[];
  readonly at: string;
  readonly byParty: string;
  readonly byAgency: string;
  readonly author: string;
  /** Who wrote it, by the key that makes a retry safe. INVARIANT: unique. */
  readonly requestKey: string;
  readonly requestInput: string;
}

const text = { type: String, required: true };
const schema = new Schema<CommitmentVersion>(
  {
    commitment: text,
    version: { type: Number, required: true },
    contributedBy: text,
    status: text,
    milestones: [Object],
    evidence: [Object],
    note: { type: String, default: null },
    changed: [String],
    at: text,
    byParty: text,
    byAgency: text,
    author: text,
    requestKey: text,
    requestInput: text,
  },
  { collection: 'commitment_versions', versionKey: false, autoIndex: false },
);
// INVARIANT: of two writers of one version, one is refused.
schema.index({ commitment: 1, version: 1 }, { unique: true });
schema.index({ requestKey: 1 }, { unique: true });

/** The store of what was recorded of commitments, one document a version. */
export function commitmentVersionModel(connection: Connection): Model<CommitmentVersion> {
  const known = connection.models.CommitmentVersion as Model<CommitmentVersion> | undefined;
  return known ?? connection.model<CommitmentVersion>('CommitmentVersion', schema);
}
