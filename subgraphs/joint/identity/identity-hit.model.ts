import type { Purpose } from '@pasarela/schema/identity/purposes';
import { type Connection, type Model, Schema } from 'mongoose';
import type { GivenDetails } from './given-details';

/** What one side said of a hit. */
export interface SideRow {
  readonly approvedBy: string;
  readonly clientKey: string;
}

/** A hit as stored: the one link between two owners' people, until it expires. */
export interface IdentityHitRow {
  readonly _id: string;
  readonly dataset: string;
  readonly asking: string;
  readonly asked: string;
  /** The asked owner's reference towards the asking party. */
  readonly subject: string;
  readonly caseReference: string;
  readonly purpose: Purpose;
  readonly officer: string;
  /** Milliseconds since the epoch, as all instants here. */
  readonly since: number;
  readonly expiresAt: number;
  readonly askingSide: SideRow | null;
  readonly askedSide: SideRow | null;
  /** The asked owner will not: to the asking party it goes on waiting. */
  readonly declined: boolean;
  /** What the asked owner gives once both approved; null before it did. */
  readonly details: GivenDetails | null;
}

const schema = new Schema<IdentityHitRow>(
  {
    _id: String,
    dataset: String,
    asking: String,
    asked: String,
    subject: String,
    caseReference: String,
    purpose: String,
    officer: String,
    since: Number,
    expiresAt: Number,
    askingSide: Object,
    askedSide: Object,
    declined: Boolean,
    details: Object,
  },
  { collection: 'identity_hits', versionKey: false, autoIndex: false },
);
schema.index({ asking: 1, since: 1 });
schema.index({ asked: 1, since: 1 });
schema.index({ expiresAt: 1 });

/** The hits on a connection. */
export function identityHitModel(connection: Connection): Model<IdentityHitRow> {
  const known = connection.models.IdentityHit as Model<IdentityHitRow> | undefined;
  return known ?? connection.model<IdentityHitRow>('IdentityHit', schema);
}
