import { type Connection, type Model, Schema } from 'mongoose';

/** How many cases concern a nationality, and in how many of them a victim of it is identified. */
export interface CaseTotals {
  readonly cases: number;
  readonly casesWithIdentifiedVictims: number;
}

/** A nationality's totals, kept when the cases are written. */
export interface CaseFigureRow {
  /** ISO 3166-1 alpha-3. */
  readonly _id: string;
  readonly dataset: string;
  /** Every case: what the owner sees. */
  readonly all: CaseTotals;
  /** Without the cases whose handling code forbids to count them for others. */
  readonly countableForOthers: CaseTotals;
}

const schema = new Schema<CaseFigureRow>(
  { _id: String, dataset: String, all: Object, countableForOthers: Object },
  { collection: 'case_figures', versionKey: false, autoIndex: false },
);

/** The rolled-up figures on a connection. */
export function caseFigureModel(connection: Connection): Model<CaseFigureRow> {
  return (
    (connection.models.CaseFigure as Model<CaseFigureRow>) ?? connection.model<CaseFigureRow>('CaseFigure', schema)
  );
}
