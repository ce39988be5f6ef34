import { type Connection, type Model, Schema } from 'mongoose';
import type { ApplicationRow, DecisionRow } from './asylum-row';

/** All printed rows of a year: a table is asked for by its years, and read as it was printed. */
export interface AsylumYear<Row> {
  year: number;
  rows: Row[];
}

const number = { type: Number, required: true } as const;
// The rows are checked one by one when the files are read; casting each again would double the time of a seed.
const rows = { type: Schema.Types.Mixed, required: true } as const;

const applications: Schema<AsylumYear<ApplicationRow>> = new Schema(
  { year: number, rows },
  { collection: 'asylum_application_years', versionKey: false },
);
applications.index({ year: 1 }, { unique: true });

const decisions: Schema<AsylumYear<DecisionRow>> = new Schema(
  { year: number, rows },
  { collection: 'asylum_decision_years', versionKey: false },
);
decisions.index({ year: 1 }, { unique: true });

/** The store of UNHCR's tables of applications. */
export function applicationYearModel(connection: Connection): Model<AsylumYear<ApplicationRow>> {
  return (
    connection.models.ApplicationYear ?? connection.model<AsylumYear<ApplicationRow>>('ApplicationYear', applications)
  );
}

/** The store of UNHCR's tables of decisions. */
export function decisionYearModel(connection: Connection): Model<AsylumYear<DecisionRow>> {
  return connection.models.DecisionYear ?? connection.model<AsylumYear<DecisionRow>>('DecisionYear', decisions);
}

/** A year's rows in one document each, in the order of the years. */
export function byYear<Row extends { readonly year: number }>(rows: readonly Row[]): AsylumYear<Row>[] {
  return [...Map.groupBy(rows, ({ year }) => year)]
    .map(([year, ofYear]) => ({ year, rows: ofYear }))
    .toSorted((a, b) => a.year - b.year);
}
