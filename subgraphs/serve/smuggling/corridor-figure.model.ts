import { type Connection, type Model, Schema } from 'mongoose';
import type { CaseOwner } from './case-domain';

/** Cases that name a corridor and were opened in one month, kept when the cases are written. */
export interface CorridorFigureRow {
  /** Corridor and month. */
  readonly _id: string;
  readonly dataset: string;
  /** The corridor's code. */
  readonly corridor: string;
  readonly openedMonth: string;
  /** Every case: what the owner sees. */
  readonly all: number;
  /** Without the cases whose handling code forbids to count them for others. */
  readonly countableForOthers: number;
}

const schema = new Schema<CorridorFigureRow>(
  { _id: String, dataset: String, corridor: String, openedMonth: String, all: Number, countableForOthers: Number },
  { collection: 'corridor_figures', versionKey: false, autoIndex: false },
);
schema.index({ corridor: 1, openedMonth: 1 });

/** An owner's rolled-up figures of corridors on a connection. */
export function corridorFigureModel(connection: Connection, { prefix }: CaseOwner): Model<CorridorFigureRow> {
  const name = `${prefix}CorridorFigures`;
  const known = connection.models[name] as Model<CorridorFigureRow> | undefined;
  return known ?? connection.model<CorridorFigureRow>(name, schema);
}
