import { type Connection, type Model, Schema } from 'mongoose';

/** A synthetic control post as the store holds it. */
export interface ControlPostDocument {
  _id: string;
  dataset: string;
  place: string;
  agency: string;
  staffingBand: string;
}

const schema: Schema<ControlPostDocument> = new Schema(
  {
    _id: { type: String, required: true },
    dataset: { type: String, required: true },
    place: { type: String, required: true },
    agency: { type: String, required: true },
    staffingBand: { type: String, required: true },
  },
  { collection: 'control_posts', versionKey: false },
);

/** The store of control posts. */
export function controlPostModel(connection: Connection): Model<ControlPostDocument> {
  return connection.models.ControlPost ?? connection.model<ControlPostDocument>('ControlPost', schema);
}
