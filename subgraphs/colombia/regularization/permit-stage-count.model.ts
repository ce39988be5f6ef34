import { type Connection, type Model, Schema } from 'mongoose';
import type { PermitStage } from './permit-stage';

/** How many permits stand in a stage, kept when the permits are written. */
export interface PermitStageCountRow {
  readonly _id: PermitStage;
  readonly dataset: string;
  readonly value: number;
  /** The order in which stages are listed. */
  readonly ordinal: number;
}

const schema = new Schema<PermitStageCountRow>(
  { _id: String, dataset: String, value: Number, ordinal: Number },
  { collection: 'permit_stage_counts', versionKey: false, autoIndex: false },
);

/** The rolled-up counts on a connection. */
export function permitStageCountModel(connection: Connection): Model<PermitStageCountRow> {
  const known = connection.models.PermitStageCount as Model<PermitStageCountRow> | undefined;
  return known ?? connection.model<PermitStageCountRow>('PermitStageCount', schema);
}
