import { type Connection, type Model, Schema } from 'mongoose';
import type { ReturnFunder } from './return-funder';
import type { ReturnLegalCategory } from './return-legal-category';

/** The people of one nationality on a stored flight. */
export interface StoredLeg {
  readonly nationality: string;
  readonly destinationCountry: string | null;
  readonly destinationCity: string | null;
  readonly persons: number;
}

/** A published return flight as the store holds it. */
export interface ReturnFlightRow {
  /** Its place in the data file. */
  readonly _id: number;
  readonly date: string;
  readonly datePrinted: string;
  readonly nationalitiesPrinted: string;
  readonly destinationPrinted: string | null;
  readonly legs: readonly StoredLeg[];
  readonly persons: number;
  /** Only what is printed; a category that is not here is no zero. */
  readonly legalCategories: Readonly<Partial<Record<ReturnLegalCategory, number>>>;
  readonly funder: ReturnFunder;
  readonly fundingPrinted: string;
  readonly source: string;
}

const schema = new Schema<ReturnFlightRow>(
  {
    _id: Number,
    date: String,
    datePrinted: String,
    nationalitiesPrinted: String,
    destinationPrinted: { type: String, default: null },
    legs: [Object],
    persons: Number,
    legalCategories: Object,
    funder: String,
    fundingPrinted: String,
    source: String,
  },
  { collection: 'return_flights', versionKey: false, autoIndex: false, minimize: false },
);
schema.index({ date: 1 });

/** The published return flights on a connection. */
export function returnFlightModel(connection: Connection): Model<ReturnFlightRow> {
  const known = connection.models.PublishedReturnFlight as Model<ReturnFlightRow> | undefined;
  return known ?? connection.model<ReturnFlightRow>('PublishedReturnFlight', schema);
}
