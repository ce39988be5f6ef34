import { type Connection, type Model, Schema } from 'mongoose';
import type { SeedOptions, SubgraphDefinition } from './subgraph-definition';

interface SeedMark {
  readonly _id: string;
  readonly version: string;
}

const schema = new Schema<SeedMark>({ _id: String, version: String }, { collection: 'seed_marks', versionKey: false });

const markModel = (connection: Connection): Model<SeedMark> =>
  (connection.models.SeedMark as Model<SeedMark> | undefined) ?? connection.model<SeedMark>('SeedMark', schema);

/**
 * Empties a domain's store and fills it anew.
 *
 * INVARIANT: the mark goes first and comes back last, so that an interrupted seed is never taken for a
 * whole one. Indexes stand before the first row: the unique ones decide between writers.
 */
export async function seedDomain({ name, seed }: SubgraphDefinition, options: SeedOptions): Promise<void> {
  const { connection } = options;
  await markModel(connection).deleteMany({});
  for (const model of seed.models(connection)) {
    await model.deleteMany({});
    await model.createIndexes();
  }
  await seed.fill(options);
  await markModel(connection).create({ _id: name, version: seed.version });
}

/** Whether a whole seed of this version of the data stands in the store. */
export async function isSeeded({ name, seed }: SubgraphDefinition, connection: Connection): Promise<boolean> {
  return (await markModel(connection).findOne({ _id: name, version: seed.version }).lean()) !== null;
}

/** Whether any row stands in the store, whatever seed it came from and whether that seed ended. */
export async function holdsRows({ seed }: SubgraphDefinition, connection: Connection): Promise<boolean> {
  for (const model of seed.models(connection)) if (await model.exists({})) return true;
  return false;
}

/** Whether the store was filled whole by another version of the data: filling it anew would empty it first. */
export async function isOutdated({ name, seed }: SubgraphDefinition, connection: Connection): Promise<boolean> {
  const mark = await markModel(connection).findOne({ _id: name }).lean<SeedMark>();
  return mark !== null && mark.version !== seed.version;
}
