import type { Direction } from '@pasarela/serve/domain/direction';
import { type Connection, type Model, Schema } from 'mongoose';
import type { RecordedSex } from './crossing-record';

/** A synthetic crossing record as the store holds it. `_id` is the order in which records are listed, and tells nothing. */
export interface CrossingRecordDocument {
  _id: string;
  dataset: string;
  crossedOn: string;
  month: string;
  direction: Direction;
  /** Null where it is unknown. */
  nationality: string | null;
  /** Nationalities that the person claims besides. */
  claimedNationalities: string[];
  /** ISO 3166-1 alpha-3 of the country where the person lived. */
  habitualResidence: string | null;
  sex: RecordedSex;
  birthDate: string;
  entryPoint: string;
  station: string;
  fullName: string;
  documentNumber: string | null;
  biometricReference: string | null;
  travelGroup: string;
  /** Under 18 on the day of the crossing. */
  minorAtCrossing: boolean;
  unaccompaniedChild: boolean;
  guardian: string | null;
  specificNeeds: string[];
  asylumClaim: boolean;
  officerNotes: string | null;
}

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;

const schema: Schema<CrossingRecordDocument> = new Schema(
  {
    _id: text,
    dataset: text,
    crossedOn: text,
    month: text,
    direction: text,
    nationality: optionalText,
    claimedNationalities: { type: [String], required: true },
    habitualResidence: optionalText,
    sex: text,
    birthDate: text,
    entryPoint: text,
    station: text,
    fullName: text,
    documentNumber: optionalText,
    biometricReference: optionalText,
    travelGroup: text,
    minorAtCrossing: { type: Boolean, required: true },
    unaccompaniedChild: { type: Boolean, required: true },
    guardian: optionalText,
    specificNeeds: { type: [String], required: true },
    asylumClaim: { type: Boolean, required: true },
    officerNotes: optionalText,
  },
  { collection: 'crossing_records', versionKey: false },
);
schema.index({ nationality: 1, _id: 1 });
schema.index({ month: 1, _id: 1 });
schema.index({ minorAtCrossing: 1, _id: 1 });
schema.index({ month: 1, nationality: 1, _id: 1 });

/** The store of crossing records. */
export function crossingRecordModel(connection: Connection): Model<CrossingRecordDocument> {
  return connection.models.CrossingRecord ?? connection.model<CrossingRecordDocument>('CrossingRecord', schema);
}
