import type { Sex } from '@pasarela/serve/domain/sex';
import { type Connection, type Model, Schema } from 'mongoose';
import type { ReturnLegalCategory } from './return-legal-category';

/** A synthetic manifest entry as the store holds it. `_id` is the order in which entries are listed, and tells nothing. */
export interface ReturnManifestEntryDocument {
  readonly _id: string;
  readonly dataset: string;
  readonly flight: string;
  readonly flightOn: string;
  readonly flightMonth: string;
  /** Null where the person did not leave. */
  readonly releasedOn: string | null;
  /** Null where it is not established. */
  readonly nationality: string | null;
  readonly claimedNationalities: readonly string[];
  readonly habitualResidence: string | null;
  readonly destinationCountry: string;
  readonly fullName: string;
  readonly birthDate: string;
  readonly sex: Sex;
  readonly documentNumber: string | null;
  /** Under 18 on the day of the flight. */
  readonly minor: boolean;
  readonly legalCategory: ReturnLegalCategory;
  readonly removalFinal: boolean;
  readonly protectionClaim: boolean;
}

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const flag = { type: Boolean, required: true } as const;

const schema: Schema<ReturnManifestEntryDocument> = new Schema(
  {
    _id: text,
    dataset: text,
    flight: text,
    flightOn: text,
    flightMonth: text,
    releasedOn: optionalText,
    nationality: optionalText,
    claimedNationalities: { type: [String], required: true },
    habitualResidence: optionalText,
    destinationCountry: text,
    fullName: text,
    birthDate: text,
    sex: text,
    documentNumber: optionalText,
    minor: flag,
    legalCategory: text,
    removalFinal: flag,
    protectionClaim: flag,
  },
  { collection: 'return_manifest_entries', versionKey: false },
);
schema.index({ nationality: 1, _id: 1 });
schema.index({ flightMonth: 1, nationality: 1, _id: 1 });

/** The store of manifest entries. */
export function returnManifestEntryModel(connection: Connection): Model<ReturnManifestEntryDocument> {
  return (
    connection.models.ReturnManifestEntry ??
    connection.model<ReturnManifestEntryDocument>('ReturnManifestEntry', schema)
  );
}
