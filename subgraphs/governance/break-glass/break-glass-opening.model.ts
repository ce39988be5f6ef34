import type { Purpose } from '@pasarela/schema/identity/purposes';
import { type Connection, type Model, Schema } from 'mongoose';
import type { Person } from '../drafts/rule-draft.model';

/** What an owner found when it reviewed an opening. */
export interface StoredReview {
  readonly by: Person;
  /** ISO instant. */
  readonly at: string;
  readonly finding: 'JUSTIFIED' | 'TOO_WIDE' | 'NOT_JUSTIFIED';
  readonly note: string;
}

/** One opening of an agreement, as it is stored. */
export interface BreakGlassRow {
  readonly _id: string;
  readonly owner: string;
  readonly agreement: string;
  readonly by: Person;
  readonly purpose: Purpose;
  readonly caseReference: string;
  readonly reason: string;
  /** ISO instant. */
  readonly openedAt: string;
  /** ISO instant at which it ends by itself. */
  readonly until: string;
  /** ISO instant at which its owner ended it; null where none did. */
  readonly endedAt: string | null;
  readonly review: StoredReview | null;
  /** Of whom and under which key: the same input is written once. */
  readonly requestKey: string;
  readonly requestInput: string;
}

const person = { party: String, agency: String, id: String };
const schema = new Schema<BreakGlassRow>(
  {
    _id: String,
    owner: String,
    agreement: String,
    by: person,
    purpose: String,
    caseReference: String,
    reason: String,
    openedAt: String,
    until: String,
    endedAt: String,
    review: new Schema<StoredReview>({ by: person, at: String, finding: String, note: String }, { _id: false }),
    requestKey: String,
    requestInput: String,
  },
  { collection: 'break_glass_openings', versionKey: false, autoIndex: false },
);
schema.index({ owner: 1, openedAt: 1 });
schema.index({ until: 1 });
schema.index({ requestKey: 1 }, { unique: true });

/** The openings on a connection. */
export function breakGlassModel(connection: Connection): Model<BreakGlassRow> {
  const known = connection.models.BreakGlassOpening as Model<BreakGlassRow> | undefined;
  return known ?? connection.model<BreakGlassRow>('BreakGlassOpening', schema);
}
