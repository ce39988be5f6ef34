import { type Connection, type Model, Schema } from 'mongoose';
import type { SafeMobilityRow } from './safe-mobility-row';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;

const schema: Schema<SafeMobilityRow> = new Schema(
  {
    sequence: { type: Number, required: true },
    office: optionalText,
    stage: text,
    pathway: optionalText,
    destination: optionalText,
    value: { type: Number, required: true },
    precision: text,
    printed: text,
    measure: text,
    unit: text,
    countingParty: text,
    asOf: text,
    source: text,
    note: optionalText,
  },
  { collection: 'safe_mobility_rows', versionKey: false },
);
schema.index({ sequence: 1 }, { unique: true });

/** The store of the initiative's published figures. */
export function safeMobilityRowModel(connection: Connection): Model<SafeMobilityRow> {
  return connection.models.SafeMobilityRow ?? connection.model<SafeMobilityRow>('SafeMobilityRow', schema);
}
