import { type Connection, type Model, Schema } from 'mongoose';

/** An administrator, as their issuer names them. */
export interface Person {
  readonly party: string;
  readonly agency: string;
  readonly id: string;
}

/** Somebody's approval of a change. */
export interface Approval {
  readonly by: Person;
  /** ISO instant. */
  readonly at: string;
}

/** One text of an owner's rules: `agreements/border.pan.yaml`. */
export interface DraftDocument {
  readonly name: string;
  readonly text: string;
}

/** A change of an owner's part, from its first writing to its publication. */
export interface RuleDraftRow {
  readonly _id: string;
  readonly owner: string;
  /** The number that the part will have: one more than the part that it was written against. */
  readonly number: number;
  /** Every document of the part, as it will be. */
  readonly documents: readonly DraftDocument[];
  readonly note: string;
  readonly author: Person;
  /** ISO instant; the part says that it was issued then. */
  readonly issuedAt: string;
  readonly state: 'OPEN' | 'PUBLISHED' | 'WITHDRAWN';
  readonly approvals: readonly (Approval & { readonly changeHash: string })[];
  /** Signatures so far, as signed parts in JSON: a joint part needs several. */
  readonly signatures: readonly string[];
  /** Of whom and under which key: the same input is written once. */
  readonly requestKey: string;
  readonly requestInput: string;
}

const person = { party: String, agency: String, id: String };
const schema = new Schema<RuleDraftRow>(
  {
    _id: String,
    owner: String,
    number: Number,
    documents: [{ _id: false, name: String, text: String }],
    note: String,
    author: person,
    issuedAt: String,
    state: String,
    approvals: [{ _id: false, by: person, at: String, changeHash: String }],
    signatures: [String],
    requestKey: String,
    requestInput: String,
  },
  { collection: 'rule_drafts', versionKey: false, autoIndex: false },
);
schema.index({ owner: 1, issuedAt: 1 });
schema.index({ requestKey: 1 }, { unique: true });

/** The drafts on a connection. */
export function ruleDraftModel(connection: Connection): Model<RuleDraftRow> {
  const known = connection.models.RuleDraft as Model<RuleDraftRow> | undefined;
  return known ?? connection.model<RuleDraftRow>('RuleDraft', schema);
}
