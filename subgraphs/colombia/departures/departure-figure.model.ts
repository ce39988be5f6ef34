import { type Connection, type Model, Schema } from 'mongoose';
import type { DepartureFigure } from './departure-figure';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;

const schema: Schema<DepartureFigure> = new Schema(
  {
    sequence: { type: Number, required: true },
    period: text,
    year: { type: Number, required: true },
    mirrorPeriod: optionalText,
    series: text,
    scope: text,
    direction: text,
    nationality: optionalText,
    sexAgeGroup: optionalText,
    value: { type: Number, required: true },
    asOf: optionalText,
    coverageFrom: text,
    coverageTo: text,
    source: text,
    note: optionalText,
  },
  { collection: 'departure_figures', versionKey: false },
);
schema.index({ sequence: 1 }, { unique: true });
schema.index({ year: 1, sequence: 1 });
schema.index({ mirrorPeriod: 1, sequence: 1 });

/** The store of Colombia's published figures. */
export function departureFigureModel(connection: Connection): Model<DepartureFigure> {
  return connection.models.DepartureFigure ?? connection.model<DepartureFigure>('DepartureFigure', schema);
}
