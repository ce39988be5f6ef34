import { type Connection, type Model, Schema } from 'mongoose';
import type { CaseOwner } from './case-domain';

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

/** An owner's rolled-up figures by nationality on a connection; the model has the name of the type that shows them. */
export function caseFigureModel(connection: Connection, { prefix }: CaseOwner): Model<CaseFigureRow> {
  const name = `${prefix}SmugglingCaseFigures`;
  return (connection.models[name] as Model<CaseFigureRow> | undefined) ?? connection.model<CaseFigureRow>(name, schema);
}
