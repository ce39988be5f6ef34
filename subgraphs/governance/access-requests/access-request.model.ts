import type { Purpose, Role } from '@pasarela/schema/identity/purposes';
import { type Connection, type Model, Schema } from 'mongoose';
import type { Person } from '../drafts/rule-draft.model';

/** Somebody's request for a field, as it is stored. Where it stands follows from this and its draft. */
export interface AccessRequestRow {
  readonly _id: string;
  /** Whose field it is. */
  readonly owner: string;
  /** `Type.field`. */
  readonly coordinate: string;
  readonly purpose: Purpose;
  readonly level: string;
  readonly reason: string;
  readonly by: Person;
  readonly roles: readonly Role[];
  /** ISO instant. */
  readonly askedAt: string;
  /** What was said to it; a request that has a draft is OPEN here until its owner publishes that. */
  readonly answer: 'OPEN' | 'DECLINED' | 'WITHDRAWN';
  /** ISO instant; null while OPEN. */
  readonly answeredAt: string | null;
  /** Why it was declined. */
  readonly answerReason: string | null;
  /** The rule draft that would grant it; null before there is one. */
  readonly draft: string | null;
  /** Of whom and under which key: the same input is written once. */
  readonly requestKey: string;
  readonly requestInput: string;
}

const schema = new Schema<AccessRequestRow>(
  {
    _id: String,
    owner: String,
    coordinate: String,
    purpose: String,
    level: String,
    reason: String,
    by: { party: String, agency: String, id: String },
    roles: [String],
    askedAt: String,
    answer: String,
    answeredAt: String,
    answerReason: String,
    draft: String,
    requestKey: String,
    requestInput: String,
  },
  { collection: 'access_requests', versionKey: false, autoIndex: false },
);
schema.index({ owner: 1, askedAt: 1 });
schema.index({ 'by.party': 1, 'by.agency': 1, askedAt: 1 });
schema.index({ requestKey: 1 }, { unique: true });

/** The requests on a connection. */
export function accessRequestModel(connection: Connection): Model<AccessRequestRow> {
  const known = connection.models.AccessRequest as Model<AccessRequestRow> | undefined;
  return known ?? connection.model<AccessRequestRow>('AccessRequest', schema);
}
