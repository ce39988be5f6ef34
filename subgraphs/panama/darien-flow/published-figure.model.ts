import { type Connection, type Model, Schema } from 'mongoose';
import type { PublishedFigure } from './published-figure';

const schema: Schema<PublishedFigure> = new Schema(
  {
    series: { type: String, required: true },
    period: { type: String, required: true },
    throughPeriod: { type: String, required: true },
    group: { type: String, required: true },
    revision: { type: Number, required: true },
    value: { type: Number, default: null },
    sharePercent: { type: Number, default: null },
    closesYear: { type: Boolean, required: true },
    countingParty: { type: String, required: true },
    status: { type: String, required: true },
    asOf: { type: String, default: null },
    coverageFrom: { type: String, required: true },
    coverageTo: { type: String, required: true },
    source: { type: String, default: null },
    dataset: { type: String, required: true },
    note: { type: String, default: null },
    requestKey: { type: String, required: true },
    requestInput: { type: String, default: null },
  },
  { collection: 'published_figures', versionKey: false },
);
// INVARIANT: of two writers of one revision, one is refused.
schema.index({ series: 1, period: 1, group: 1, revision: 1 }, { unique: true });
schema.index({ requestKey: 1 }, { unique: true });

/** The store of published figures, one document a revision. */
export function publishedFigureModel(connection: Connection): Model<PublishedFigure> {
  return connection.models.PublishedFigure ?? connection.model<PublishedFigure>('PublishedFigure', schema);
}
