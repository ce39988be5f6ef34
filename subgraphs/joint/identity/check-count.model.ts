import { type Connection, type Model, Schema } from 'mongoose';
import type { CheckLatency } from './check-latency';
import type { ProbeResult } from './probe-result';

/** How many of a party's checks of a month ended so, after so long. All that is left of those without a hit. */
export interface CheckCountRow {
  /** party|month|result|latency */
  readonly _id: string;
  readonly dataset: string;
  readonly contributedBy: string;
  readonly month: string;
  readonly result: ProbeResult;
  readonly latency: CheckLatency;
  readonly checks: number;
  /** The newest batch that is counted in it. */
  readonly lastBatch: number;
}

const schema = new Schema<CheckCountRow>(
  {
    _id: String,
    dataset: String,
    contributedBy: String,
    month: String,
    result: String,
    latency: String,
    checks: Number,
    lastBatch: Number,
  },
  { collection: 'check_counts', versionKey: false, autoIndex: false },
);

/** The counts on a connection. */
export function checkCountModel(connection: Connection): Model<CheckCountRow> {
  const known = connection.models.CheckCount as Model<CheckCountRow> | undefined;
  return known ?? connection.model<CheckCountRow>('CheckCount', schema);
}
