import type { AskedQuestion } from '@pasarela/schema/access/review/questions-that-change';
import { type Connection, type Model, Schema } from 'mongoose';
import type { Person } from './rule-draft.model';

/** A question that a party asks again and again. */
export interface SavedQuestionRow extends Omit<AskedQuestion, 'variables'> {
  /** `PARTY:name`: one question of a name in a party. */
  readonly _id: string;
  readonly name: string;
  readonly titleEn: string;
  readonly titleEs: string;
  /** As JSON. */
  readonly variables: string;
  readonly savedBy: Person;
  /** ISO instant. */
  readonly savedAt: string;
  /** Of whom and under which key: the same input is written once. */
  readonly requestKey: string;
  readonly requestInput: string;
}

const schema = new Schema<SavedQuestionRow>(
  {
    _id: String,
    party: String,
    name: String,
    titleEn: String,
    titleEs: String,
    query: String,
    variables: String,
    purpose: String,
    agency: String,
    roles: [String],
    caseGiven: Boolean,
    savedBy: { party: String, agency: String, id: String },
    savedAt: String,
    requestKey: String,
    requestInput: String,
  },
  { collection: 'saved_questions', versionKey: false, autoIndex: false },
);
schema.index({ party: 1, name: 1 });
schema.index({ requestKey: 1 }, { unique: true });

/** The saved questions on a connection. */
export function savedQuestionModel(connection: Connection): Model<SavedQuestionRow> {
  const known = connection.models.SavedQuestion as Model<SavedQuestionRow> | undefined;
  return known ?? connection.model<SavedQuestionRow>('SavedQuestion', schema);
}
