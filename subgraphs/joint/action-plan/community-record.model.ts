import { type Connection, type Model, Schema } from 'mongoose';
import type { InvestmentCurrency, InvestmentPurpose } from './community-investment';
import type { WaterParameter } from './water-test';

/** What every record about a community says of who reported it, and by which key. */
export interface ReportedRecord {
  readonly contributedBy: string;
  readonly place: string;
  readonly at: string;
  readonly byAgency: string;
  readonly author: string;
  /** By the key that makes a retry safe. INVARIANT: unique. */
  readonly requestKey: string;
  readonly requestInput: string;
}

/** A test of water as stored. */
export interface WaterTestRecord extends ReportedRecord {
  readonly testedOn: string;
  readonly parameter: WaterParameter;
  readonly value: number;
  readonly limit: number | null;
}

/** An investment as stored; money in hundredths, so that it is a whole number. */
export interface InvestmentRecord extends ReportedRecord {
  readonly purpose: InvestmentPurpose;
  readonly hundredths: number;
  readonly currency: InvestmentCurrency;
  readonly committedOn: string;
}

const text = { type: String, required: true };
const number = { type: Number, required: true };
const reported = {
  contributedBy: text,
  place: text,
  at: text,
  byAgency: text,
  author: text,
  requestKey: text,
  requestInput: text,
};

function indexed<Row extends ReportedRecord>(fields: object, collection: string): Schema<Row> {
  const schema = new Schema<Row>({ ...reported, ...fields } as never, {
    collection,
    versionKey: false,
    autoIndex: false,
  });
  schema.index({ requestKey: 1 }, { unique: true });
  schema.index({ place: 1 });
  return schema;
}

const waterTests = indexed<WaterTestRecord>(
  { testedOn: text, parameter: text, value: number, limit: { type: Number, default: null } },
  'water_tests',
);
const investments = indexed<InvestmentRecord>(
  { purpose: text, hundredths: number, currency: text, committedOn: text },
  'community_investments',
);

/** The tests of water on a connection. */
export const waterTestModel = (connection: Connection): Model<WaterTestRecord> =>
  (connection.models.WaterTest as Model<WaterTestRecord> | undefined) ??
  connection.model<WaterTestRecord>('WaterTest', waterTests);

/** The investments in communities on a connection. */
export const investmentModel = (connection: Connection): Model<InvestmentRecord> =>
  (connection.models.CommunityInvestment as Model<InvestmentRecord> | undefined) ??
  connection.model<InvestmentRecord>('CommunityInvestment', investments);
