import { type Connection, type Model, Schema } from 'mongoose';
import type { IntegrationIndicator } from './integration-codes';

/** How many permit holders stand in a category of an indicator, kept when the permits are written. */
export interface IntegrationCountRow {
  readonly _id: string;
  readonly dataset: string;
  readonly indicator: IntegrationIndicator;
  readonly category: string;
  readonly value: number;
  /** The order in which cells are listed. */
  readonly ordinal: number;
}

const schema = new Schema<IntegrationCountRow>(
  { _id: String, dataset: String, indicator: String, category: String, value: Number, ordinal: Number },
  { collection: 'integration_counts', versionKey: false, autoIndex: false },
);

/** The rolled-up cells on a connection. */
export function integrationCountModel(connection: Connection): Model<IntegrationCountRow> {
  const known = connection.models.IntegrationCount as Model<IntegrationCountRow> | undefined;
  return known ?? connection.model<IntegrationCountRow>('IntegrationCount', schema);
}
