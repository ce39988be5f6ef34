import { type Connection, type Model, Schema } from 'mongoose';

/** A leaf cell as stored: the people of one release class there, and the sum of their keys. */
export interface StatisticCellRow {
  /** `table|class|code|code ...` */
  readonly _id: string;
  readonly table: string;
  readonly releaseClass: string;
  readonly coordinates: readonly string[];
  readonly persons: number;
  readonly key: number;
}

const schema = new Schema<StatisticCellRow>(
  { _id: String, table: String, releaseClass: String, coordinates: [String], persons: Number, key: Number },
  { collection: 'statistic_cells', versionKey: false, autoIndex: false },
);
schema.index({ table: 1 });

/** The cells on a connection: live and exact, the owner's own. */
export function statisticCellModel(connection: Connection): Model<StatisticCellRow> {
  const known = connection.models.StatisticCell as Model<StatisticCellRow> | undefined;
  return known ?? connection.model<StatisticCellRow>('StatisticCell', schema);
}
