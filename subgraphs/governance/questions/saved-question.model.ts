import type { AskedQuestion } from '@pasarela/schema/access/review/questions-that-change';
import { type Connection, type Model, Schema } from 'mongoose';
import type { Person } from '../drafts/rule-draft.model';

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
}

/** That something was saved under a client's key; kept when the question is replaced or removed, without its text. */
export interface QuestionWriteRow {
  /** Of whom and under which key. */
  readonly _id: string;
  /** A digest of what was given. */
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
  },
  { collection: 'saved_questions', versionKey: false, autoIndex: false },
);
schema.index({ party: 1, name: 1 });

const writeSchema = new Schema<QuestionWriteRow>(
  { _id: String, requestInput: String },
  { collection: 'saved_question_writes', versionKey: false, autoIndex: false },
);

/** What was saved under which client's key, on a connection. */
export function questionWriteModel(connection: Connection): Model<QuestionWriteRow> {
  const known = connection.models.QuestionWrite as Model<QuestionWriteRow> | undefined;
  return known ?? connection.model<QuestionWriteRow>('QuestionWrite', writeSchema);
}

/** The saved questions on a connection. */
export function savedQuestionModel(connection: Connection): Model<SavedQuestionRow> {
  const known = connection.models.SavedQuestion as Model<SavedQuestionRow> | undefined;
  return known ?? connection.model<SavedQuestionRow>('SavedQuestion', schema);
}
