import type { Purpose } from '@pasarela/schema/identity/purposes';
import { type Connection, type Model, Schema } from 'mongoose';
import type { ProbeResult } from './probe-result';

/** A probe as stored: until its batch is answered with its tokens, then without, and soon not at all. */
export interface IdentityProbeRow {
  /** The ticket: random. */
  readonly _id: string;
  readonly dataset: string;
  /** The party that asks. */
  readonly contributedBy: string;
  readonly asked: string;
  /** A digest of who asked, so that somebody else approves. */
  readonly officer: string;
  readonly caseReference: string;
  readonly purpose: Purpose;
  readonly batch: number;
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
  /** Empty once the batch is answered. */
  readonly tokens: readonly string[];
  readonly checksFailed: boolean;
  readonly result: ProbeResult;
  /** Random, of every probe: of one that is no hit it opens nothing. */
  readonly hit: string;
  readonly requestKey: string;
  /** A digest of the input under the client's key. */
  readonly requestInput: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

const schema = new Schema<IdentityProbeRow>(
  {
    _id: String,
    dataset: String,
    contributedBy: String,
    asked: String,
    officer: String,
    caseReference: String,
    purpose: String,
    batch: Number,
    sentAt: Number,
    tokens: [String],
    checksFailed: Boolean,
    result: String,
    hit: String,
    requestKey: String,
    requestInput: String,
    expiresAt: Number,
  },
  { collection: 'identity_probes', versionKey: false, autoIndex: false },
);
schema.index({ requestKey: 1 }, { unique: true });
schema.index({ result: 1, batch: 1 });
schema.index({ expiresAt: 1 });

/** The probes on a connection. */
export function identityProbeModel(connection: Connection): Model<IdentityProbeRow> {
  const known = connection.models.IdentityProbe as Model<IdentityProbeRow> | undefined;
  return known ?? connection.model<IdentityProbeRow>('IdentityProbe', schema);
}
