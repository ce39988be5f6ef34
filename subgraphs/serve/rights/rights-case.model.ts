import { type Connection, type Model, Schema } from 'mongoose';

/** Where a case stands. An extended one is open still. */
export const RIGHTS_STATES = ['OPEN', 'EXTENDED', 'ANSWERED', 'REFUSED'] as const;
/** Where a case stands. */
export type RightsStateName = (typeof RIGHTS_STATES)[number];

/** One step of a case. */
export interface StoredStep {
  /** ISO instant. */
  readonly at: string;
  /** The issuer's name for the official. */
  readonly by: string;
  readonly did:
    | 'OPENED'
    | 'CONFIRMED'
    | 'EXTENDED'
    | 'ANSWERED'
    | 'REFUSED'
    | 'RECORDED_CORRECTION'
    | 'RECORDED_ERASURE';
  readonly note: string | null;
}

/** A case as stored. */
export interface RightsCaseRow {
  readonly _id: string;
  readonly kind: string;
  /** The owner's internal id of the record; null where nothing was found about the person. */
  readonly record: string | null;
  /** ISO dates. */
  readonly receivedOn: string;
  /** Until when the person is to hear that the request came in; null where the law asks for no such word. */
  readonly confirmBy: string | null;
  /** ISO instant; null until then. */
  readonly confirmedAt: string | null;
  readonly deadline: string;
  readonly state: RightsStateName;
  /** Why it was refused: one of the law's refusals. */
  readonly ground: string | null;
  /** Counts the changes, so that nobody changes what they have not read. */
  readonly version: number;
  readonly history: readonly StoredStep[];
  /** Of whom and under which key: the same input is written once. */
  readonly requestKey: string;
  readonly requestInput: string;
}

const schema = new Schema<RightsCaseRow>(
  {
    _id: String,
    kind: String,
    record: String,
    receivedOn: String,
    confirmBy: String,
    confirmedAt: String,
    deadline: String,
    state: String,
    ground: String,
    version: Number,
    history: [Object],
    requestKey: String,
    requestInput: String,
  },
  { collection: 'rights_cases', versionKey: false, autoIndex: false },
);
schema.index({ state: 1, deadline: 1, _id: 1 });
schema.index({ requestKey: 1 }, { unique: true });

/** The cases on a connection. */
export function rightsCaseModel(connection: Connection): Model<RightsCaseRow> {
  const known = connection.models.RightsCase as Model<RightsCaseRow> | undefined;
  return known ?? connection.model<RightsCaseRow>('RightsCase', schema);
}
