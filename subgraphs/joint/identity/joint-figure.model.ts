import { type Connection, type Model, Schema } from 'mongoose';
import type { JointFigure } from './joint-identity-figure';

/** What was counted over the parties' contributions to one release. The contributions themselves are not kept. */
export interface JointFigureRow {
  /** figure|release */
  readonly _id: string;
  readonly dataset: string;
  readonly figure: JointFigure;
  readonly release: string;
  /** Null where it was under the least count: then the number is not kept either. */
  readonly value: number | null;
  readonly asOf: string;
}

const schema = new Schema<JointFigureRow>(
  { _id: String, dataset: String, figure: String, release: String, value: Number, asOf: String },
  { collection: 'joint_figures', versionKey: false, autoIndex: false },
);
schema.index({ figure: 1, release: 1 });

/** The joint figures on a connection. */
export function jointFigureModel(connection: Connection): Model<JointFigureRow> {
  const known = connection.models.JointFigure as Model<JointFigureRow> | undefined;
  return known ?? connection.model<JointFigureRow>('JointFigure', schema);
}
