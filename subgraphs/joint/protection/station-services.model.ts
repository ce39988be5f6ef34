import { type Connection, type Model, Schema } from 'mongoose';
import type { AssistanceSector } from './assistance-sector';
import type { ContributedDocument } from './contributed';
import type { CapacityBand } from './station-services';

/** A bulletin of a station as stored. */
export interface StationServicesDocument extends ContributedDocument {
  station: string;
  asOf: string;
  capacityBand: CapacityBand;
  services: AssistanceSector[];
}

const schema = new Schema<StationServicesDocument>(
  {
    _id: { type: String, required: true },
    dataset: { type: String, required: true },
    contributedBy: { type: String, required: true },
    station: { type: String, required: true },
    asOf: { type: String, required: true },
    capacityBand: { type: String, required: true },
    services: [String],
  },
  { collection: 'station_services', versionKey: false },
);
schema.index({ asOf: 1 });

/** The store of bulletins of stations. */
export function stationServicesModel(connection: Connection): Model<StationServicesDocument> {
  const known = connection.models.StationServices as Model<StationServicesDocument> | undefined;
  return known ?? connection.model<StationServicesDocument>('StationServices', schema);
}
