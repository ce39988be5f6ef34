import type { CountUnit } from '@pasarela/serve/domain/count';
import { type Connection, type Model, Schema } from 'mongoose';

/** The tables of published figures that the domain holds. */
export type PublishedSeries = 'FUNNEL' | 'POPULATION' | 'PEP_TUTOR' | 'DEPARTMENT' | 'OUTSIDE_DEPARTMENTS';

/** One published figure as stored; a figure that was not published has no value. */
export interface PublishedFigureRow {
  readonly _id: string;
  readonly series: PublishedSeries;
  /** The figure's place in its series. */
  readonly ordinal: number;
  /** What is measured: an enum value of the series. */
  readonly measure: string;
  readonly value: number | null;
  readonly countingParty: string;
  readonly definition: string;
  readonly unit: CountUnit;
  readonly asOf: string;
  readonly source: string;
  readonly dataset: string;
  readonly note: string | null;
  readonly department: string | null;
  readonly sex: string | null;
  readonly ageBand: string | null;
}

const schema = new Schema<PublishedFigureRow>(
  {
    _id: String,
    series: String,
    ordinal: Number,
    measure: String,
    value: Number,
    countingParty: String,
    definition: String,
    unit: String,
    asOf: String,
    source: String,
    dataset: String,
    note: String,
    department: String,
    sex: String,
    ageBand: String,
  },
  { collection: 'published_figures', versionKey: false, autoIndex: false },
);
schema.index({ series: 1, ordinal: 1 });

/** The published figures on a connection. */
export function publishedFigureModel(connection: Connection): Model<PublishedFigureRow> {
  const known = connection.models.PublishedFigure as Model<PublishedFigureRow> | undefined;
  return known ?? connection.model<PublishedFigureRow>('PublishedFigure', schema);
}
