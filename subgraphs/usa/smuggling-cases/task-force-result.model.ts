import { type Connection, type Model, Schema } from 'mongoose';
import type { TaskForceMeasure } from './task-force-result';

/** One published result as stored. */
export interface TaskForceResultRow {
  readonly _id: string;
  readonly ordinal: number;
  readonly asOf: string;
  readonly measure: TaskForceMeasure;
  readonly value: number;
  readonly source: string;
  readonly dataset: string;
}

const schema = new Schema<TaskForceResultRow>(
  { _id: String, ordinal: Number, asOf: String, measure: String, value: Number, source: String, dataset: String },
  { collection: 'task_force_results', versionKey: false, autoIndex: false },
);
schema.index({ ordinal: 1 });

/** The published results on a connection. */
export function taskForceResultModel(connection: Connection): Model<TaskForceResultRow> {
  const known = connection.models.TaskForceResult as Model<TaskForceResultRow> | undefined;
  return known ?? connection.model<TaskForceResultRow>('TaskForceResult', schema);
}
