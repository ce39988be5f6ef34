import { type Connection, type Model, Schema } from 'mongoose';

/** Says that a seed ended, and of which version of the data. */
export interface SeedMarkerDocument {
  _id: string;
  version: string;
}

const schema: Schema<SeedMarkerDocument> = new Schema(
  { _id: { type: String, required: true }, version: { type: String, required: true } },
  { collection: 'seed_marker', versionKey: false },
);

/** The store of the marker. */
export function seedMarkerModel(connection: Connection): Model<SeedMarkerDocument> {
  return connection.models.SeedMarker ?? connection.model<SeedMarkerDocument>('SeedMarker', schema);
}
