import type { Marks } from '@pasarela/schema/disclosure-control/inheritance/strictest-marks';
import type { HeldLeaf } from '@pasarela/schema/disclosure-control/perturbation/held-leaves';
import type { ReleasedCell } from '@pasarela/schema/disclosure-control/release/release';
import { type Connection, type Model, Schema } from 'mongoose';

/** The head of a release: a release is there once its head is. */
export interface StoredReleaseRow {
  /** `table|number` */
  readonly _id: string;
  readonly table: string;
  readonly number: number;
  readonly madeAt: string;
  readonly published: number;
  readonly suppressed: number;
  readonly threshold: number;
  readonly roundTo: number | null;
  readonly marks: Marks;
  /** The figure of one of its cells that is no count; null where there is none to tell. */
  readonly figure: number | null;
}

/** A cell of a release, frozen: what every other party is told. */
export interface ReleasedCellRow extends ReleasedCell {
  /** `table|number|code|code ...` */
  readonly _id: string;
  readonly release: string;
  /** How deep its codes stand in their dimensions: `0|1|0`. */
  readonly crossing: string;
}

/** What a release holds of a leaf, from which the next goes on. The owner's own: no resolver reads it. */
export interface HeldLeafRow extends HeldLeaf {
  readonly _id: string;
  readonly release: string;
}

const options = { versionKey: false, autoIndex: false } as const;

const heads = new Schema<StoredReleaseRow>(
  {
    _id: String,
    table: String,
    number: Number,
    madeAt: String,
    published: Number,
    suppressed: Number,
    threshold: Number,
    roundTo: Number,
    marks: Object,
    figure: Number,
  },
  { ...options, collection: 'statistic_releases' },
);
heads.index({ table: 1, number: 1 }, { unique: true });

const cells = new Schema<ReleasedCellRow>(
  { _id: String, release: String, crossing: String, coordinates: [String], state: String, value: Number },
  { ...options, collection: 'released_cells' },
);
cells.index({ release: 1, crossing: 1 });

const leaves = new Schema<HeldLeafRow>(
  { _id: String, release: String, coordinates: [String], persons: Number, key: Number, moves: Number },
  { ...options, collection: 'held_leaves' },
);
leaves.index({ release: 1 });

/** The heads of the releases on a connection. */
export const storedReleaseModel = (connection: Connection): Model<StoredReleaseRow> =>
  modelOf(connection, 'StoredRelease', heads);

/** Their cells. */
export const releasedCellModel = (connection: Connection): Model<ReleasedCellRow> =>
  modelOf(connection, 'ReleasedCell', cells);

/** What they hold. */
export const heldLeafModel = (connection: Connection): Model<HeldLeafRow> => modelOf(connection, 'HeldLeaf', leaves);

function modelOf<Row>(connection: Connection, name: string, schema: Schema<Row>): Model<Row> {
  const known = connection.models[name] as unknown as Model<Row> | undefined;
  return known ?? connection.model<Row>(name, schema);
}
