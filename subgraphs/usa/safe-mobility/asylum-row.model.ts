import { type Connection, type Model, Schema } from 'mongoose';
import type { ApplicationRow, DecisionRow } from './asylum-row';

const text = { type: String, required: true } as const;
const number = { type: Number, required: true } as const;
const cell = { type: Number, default: null } as const;
const printedRow = { year: number, origin: text, authority: text, unit: text } as const;

const applications: Schema<ApplicationRow> = new Schema(
  { ...printedRow, type: text, applied: number },
  { collection: 'asylum_applications', versionKey: false },
);
applications.index({ year: 1, origin: 1, authority: 1, type: 1, unit: 1 }, { unique: true });

const decisions: Schema<DecisionRow> = new Schema(
  {
    ...printedRow,
    recognized: cell,
    otherProtection: cell,
    rejected: cell,
    closed: cell,
    total: cell,
    otherProtectionUsed: { type: Boolean, required: true },
  },
  { collection: 'asylum_decisions', versionKey: false },
);
decisions.index({ year: 1, origin: 1, authority: 1, unit: 1 }, { unique: true });

/** The store of UNHCR's rows of applications. */
export function applicationRowModel(connection: Connection): Model<ApplicationRow> {
  return connection.models.ApplicationRow ?? connection.model<ApplicationRow>('ApplicationRow', applications);
}

/** The store of UNHCR's rows of decisions. */
export function decisionRowModel(connection: Connection): Model<DecisionRow> {
  return connection.models.DecisionRow ?? connection.model<DecisionRow>('DecisionRow', decisions);
}
