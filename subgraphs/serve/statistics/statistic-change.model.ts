import { type Connection, type Model, Schema } from 'mongoose';

/** A write that changes cells and was begun; gone once both the record and its cells are written. */
export interface StatisticChangeRow {
  readonly _id: string;
}

const schema = new Schema<StatisticChangeRow>(
  { _id: String },
  { collection: 'statistic_changes', versionKey: false, autoIndex: false },
);

/** The writes that were begun, on a connection. What is left by a process that was killed says that cells may be wrong. */
export function statisticChangeModel(connection: Connection): Model<StatisticChangeRow> {
  const known = connection.models.StatisticChange as Model<StatisticChangeRow> | undefined;
  return known ?? connection.model<StatisticChangeRow>('StatisticChange', schema);
}
