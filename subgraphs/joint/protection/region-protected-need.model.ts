import { type Connection, type Model, Schema } from 'mongoose';
import type { ProtectedNeed } from './specific-needs';
import { HISTORY_PATHS, type VersionedDocument } from './versioned-record';

/** The needs of one protected group in one region in one month by one contributor, as stored. */
export interface RegionProtectedNeedDocument extends VersionedDocument {
  month: string;
  region: string;
  need: ProtectedNeed;
  /** Null is suppressed: a number under ten is not kept. */
  persons: number | null;
}

const schema = new Schema<RegionProtectedNeedDocument>(
  {
    _id: { type: String, required: true },
    dataset: { type: String, required: true },
    contributedBy: { type: String, required: true },
    month: { type: String, required: true },
    region: { type: String, required: true },
    need: { type: String, required: true },
    persons: { type: Number, default: null },
    ...HISTORY_PATHS,
  },
  { collection: 'region_protected_needs', versionKey: false },
);
schema.index({ month: 1 });
schema.index({ 'history.requestKey': 1 });

/** The store of protected needs in regions. */
export function regionProtectedNeedModel(connection: Connection): Model<RegionProtectedNeedDocument> {
  const known = connection.models.RegionProtectedNeed as Model<RegionProtectedNeedDocument> | undefined;
  return known ?? connection.model<RegionProtectedNeedDocument>('RegionProtectedNeed', schema);
}
