import { type Connection, type Model, Schema } from 'mongoose';
import { HISTORY_PATHS, type VersionedDocument } from './versioned-record';

/** The needs of one code at one station in one month by one contributor, as stored. */
export interface StationSpecificNeedDocument extends VersionedDocument {
  month: string;
  station: string;
  code: string;
  /** Null is suppressed: a number under ten is not kept. */
  persons: number | null;
}

const schema = new Schema<StationSpecificNeedDocument>(
  {
    _id: { type: String, required: true },
    dataset: { type: String, required: true },
    contributedBy: { type: String, required: true },
    month: { type: String, required: true },
    station: { type: String, required: true },
    code: { type: String, required: true },
    persons: { type: Number, default: null },
    ...HISTORY_PATHS,
  },
  { collection: 'station_specific_needs', versionKey: false },
);
schema.index({ month: 1 });
schema.index({ 'history.requestKey': 1 });

/** The store of needs at stations. */
export function stationSpecificNeedModel(connection: Connection): Model<StationSpecificNeedDocument> {
  const known = connection.models.StationSpecificNeed as Model<StationSpecificNeedDocument> | undefined;
  return known ?? connection.model<StationSpecificNeedDocument>('StationSpecificNeed', schema);
}
