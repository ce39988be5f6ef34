import type { Purpose, Role } from '@pasarela/schema/identity/purposes';
import { type Connection, type Model, Schema } from 'mongoose';

/** What became of a field in an answer. */
export type Outcome = 'SHOWN' | 'LOWERED' | 'WITHHELD';

/** What became of one field in answers of one form. */
export interface DecidedField {
  readonly coordinate: string;
  readonly outcome: Outcome;
  /** The level at which it was shown, where that is less than all of it. */
  readonly level: string | null;
  /** The cap that lowers or withholds it; null where nothing grants it. */
  readonly rule: string | null;
}

/** One field of one answer. */
export interface AnsweredField extends DecidedField {
  readonly values: number;
}

/**
 * What many answers have in common: one operation, decided alike, makes answers of one form, however often it is
 * asked.
 */
export interface AnswerForm {
  /** A digest of the rest. */
  readonly _id: string;
  readonly agreements: readonly string[];
  readonly rules: readonly string[];
  readonly fields: readonly DecidedField[];
  /** The coordinates that were shown, lowered ones among them. */
  readonly shown: readonly string[];
}

/** One answer that left, as its leaf says; of a joint domain, one contributor's part of it. */
export interface DisclosureRow {
  /** The number of the leaf; of a part, a number between that and the next. */
  readonly _id: number;
  /** Whose part it is, in a joint domain. */
  readonly contributor?: string;
  readonly leafHash: string;
  readonly time: string;
  readonly requestId: string;
  readonly party: string;
  readonly agency: string;
  /** The issuer's own name for who asked. */
  readonly requester: string;
  readonly roles: readonly Role[];
  readonly purpose: Purpose;
  readonly caseReference: string | null;
  readonly ruleSetVersion: string;
  readonly form: string;
  /** How many values went out of each field of the form, in their order. */
  readonly values: readonly number[];
  /** The records that went out, as the log names them. */
  readonly records: readonly string[];
}

/** One field on one day: what a party received of it, or was refused, under one version of the rules. */
export interface TotalRow {
  /** The day, and a digest of what it is the total of. */
  readonly _id: string;
  /** Whose part of answers it counts, in a joint domain. */
  readonly contributor?: string;
  readonly day: string;
  readonly party: string;
  readonly purpose: string;
  readonly ruleSetVersion: string;
  readonly coordinate: string;
  readonly outcome: Outcome;
  readonly level: string | null;
  readonly rule: string | null;
  readonly answers: number;
  readonly values: number;
  /** The last leaf that is in it: none is counted twice. */
  readonly through: number;
}

/** How far the log was read, and what the last leaf read was. */
export interface ReadMark {
  readonly _id: 'log';
  readonly next: number;
  readonly lastHash: string | null;
}

/** The tables that are made of the log. */
export interface IndexModels {
  readonly forms: Model<AnswerForm>;
  readonly disclosures: Model<DisclosureRow>;
  readonly totals: Model<TotalRow>;
  readonly marks: Model<ReadMark>;
}

const OPTIONS = { versionKey: false, autoIndex: false } as const;
const TEXTS = { type: [String], default: undefined };
const ABSENT = { type: String, default: undefined };
const BLANK = { type: String, default: null };
const field = new Schema(
  { coordinate: String, outcome: String, level: BLANK, rule: BLANK },
  { _id: false, versionKey: false },
);

const form = new Schema(
  { _id: String, agreements: TEXTS, rules: TEXTS, fields: { type: [field], default: undefined }, shown: TEXTS },
  { ...OPTIONS, collection: 'answer_forms' },
)
  .index({ shown: 1, _id: 1 })
  .index({ agreements: 1, _id: 1 });

const disclosure = new Schema(
  {
    _id: Number,
    contributor: ABSENT,
    leafHash: String,
    time: String,
    requestId: String,
    party: String,
    agency: String,
    requester: String,
    roles: TEXTS,
    purpose: String,
    caseReference: BLANK,
    ruleSetVersion: String,
    form: String,
    values: { type: [Number], default: undefined },
    records: TEXTS,
  },
  { ...OPTIONS, collection: 'disclosures' },
)
  .index({ party: 1, _id: 1 })
  .index({ form: 1, _id: 1 })
  .index({ records: 1, _id: 1 })
  .index({ time: 1 });

const total = new Schema(
  {
    _id: String,
    contributor: ABSENT,
    day: String,
    party: String,
    purpose: String,
    ruleSetVersion: String,
    coordinate: String,
    outcome: String,
    level: BLANK,
    rule: BLANK,
    answers: Number,
    values: Number,
    through: Number,
  },
  { ...OPTIONS, collection: 'daily_totals' },
).index({ outcome: 1, _id: 1 });

const mark = new Schema({ _id: String, next: Number, lastHash: BLANK }, { ...OPTIONS, collection: 'read_marks' });

/** How the parts of one contributor are found, where there are parts. */
const OF_CONTRIBUTOR = { contributor: 1, _id: 1 } as const;

/**
 * The tables on a connection; nothing is in them that the log does not say.
 * @param isJoint whether the log is a joint domain's, whose answers have contributors
 */
export async function openIndexModels(connection: Connection, isJoint: boolean): Promise<IndexModels> {
  const models = {
    forms: connection.model<AnswerForm>('AnswerForm', form as never),
    disclosures: connection.model<DisclosureRow>('Disclosure', disclosure as never),
    totals: connection.model<TotalRow>('DailyTotal', total as never),
    marks: connection.model<ReadMark>('ReadMark', mark as never),
  };
  await models.forms.createIndexes();
  await models.disclosures.createIndexes();
  await models.totals.createIndexes();
  if (isJoint) {
    await models.disclosures.collection.createIndex(OF_CONTRIBUTOR);
    await models.totals.collection.createIndex(OF_CONTRIBUTOR);
  }
  return models;
}
