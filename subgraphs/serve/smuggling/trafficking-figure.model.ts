import { type Connection, type Model, Schema } from 'mongoose';
import type { Exploitation, TraffickingMeasure } from './trafficking-figure';

/** One published figure as stored. */
export interface TraffickingFigureRow {
  readonly _id: string;
  readonly year: string;
  readonly measure: TraffickingMeasure;
  readonly exploitation: Exploitation | null;
  readonly publication: string;
  /** The year of the publication, where it is known: figures of one kind are compared in its order. */
  readonly publishedIn: string | null;
  readonly value: number;
  readonly countingParty: string;
  readonly source: string;
  readonly dataset: string;
}

const schema = new Schema<TraffickingFigureRow>(
  {
    _id: String,
    year: String,
    measure: String,
    exploitation: String,
    publication: String,
    publishedIn: String,
    value: Number,
    countingParty: String,
    source: String,
    dataset: String,
  },
  { collection: 'trafficking_figures', versionKey: false, autoIndex: false },
);

/** The published figures on a connection. */
export function traffickingFigureModel(connection: Connection): Model<TraffickingFigureRow> {
  const known = connection.models.TraffickingFigure as Model<TraffickingFigureRow> | undefined;
  return known ?? connection.model<TraffickingFigureRow>('TraffickingFigure', schema);
}
