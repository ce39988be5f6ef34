import type { CountUnit } from '@pasarela/serve/domain/count';
import { type Connection, type Model, Schema } from 'mongoose';
import type { ReturnFlightType } from './return-flight-type';
import type { ReturnFunder } from './return-funder';
import type { ReturnLegalCategory } from './return-legal-category';

/** A published total as the store holds it. */
export interface ReturnTotalRow {
  /** Its place in the data file. */
  readonly _id: number;
  readonly asOf: string;
  readonly asOfPrinted: string;
  readonly measurePrinted: string;
  readonly valuePrinted: string;
  readonly unit: CountUnit;
  readonly flightType: ReturnFlightType | null;
  readonly legalCategory: ReturnLegalCategory | null;
  /** A nationality's code, OTHER, or null for all. */
  readonly nationalityGroup: string | null;
  readonly funder: ReturnFunder | null;
  /** Null where what is printed is no number. */
  readonly value: number | null;
  readonly source: string;
}

const optionalText = { type: String, default: null } as const;

const schema = new Schema<ReturnTotalRow>(
  {
    _id: Number,
    asOf: String,
    asOfPrinted: String,
    measurePrinted: String,
    valuePrinted: String,
    unit: String,
    flightType: optionalText,
    legalCategory: optionalText,
    nationalityGroup: optionalText,
    funder: optionalText,
    value: { type: Number, default: null },
    source: String,
  },
  { collection: 'return_totals', versionKey: false, autoIndex: false },
);

/** The published totals on a connection. */
export function returnTotalModel(connection: Connection): Model<ReturnTotalRow> {
  const known = connection.models.PublishedReturnTotal as Model<ReturnTotalRow> | undefined;
  return known ?? connection.model<ReturnTotalRow>('PublishedReturnTotal', schema);
}
