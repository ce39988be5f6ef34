import { type Connection, type IndexOptions, type Model, type mongo, Schema } from 'mongoose';
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
 * whole one. Unique indexes stand before the first row: they decide between writers. The others are built over
 * what is written, which is far quicker than to keep them up row by row.
 */
export async function seedDomain({ name, seed }: SubgraphDefinition, options: SeedOptions): Promise<void> {
  const { connection } = options;
  await markModel(connection).deleteMany({});
  const models = seed.models(connection);
  for (const model of models) await empty(model);
  await seed.fill(options);
  for (const model of models) await index(model);
  await markModel(connection).create({ _id: name, version: seed.version });
}

// biome-ignore lint/suspicious/noExplicitAny: models of any document are filled alike.
type AnyModel = Model<any>;

async function empty(model: AnyModel): Promise<void> {
  // A model may be building its indexes by itself: after that, else they would be kept up row by row. What fails goes too.
  await model.init().catch(() => undefined);
  await dropCollection(model.collection);
  await index(model, ({ unique }) => unique === true);
}

/** Builds a model's indexes in one go: a store reads the rows once for all of them. */
async function index(model: AnyModel, wanted: (options: IndexOptions) => boolean = () => true): Promise<void> {
  const indexes = model.schema.indexes().filter(([, options]) => wanted(options));
  if (indexes.length === 0) return;
  await model.collection.createIndexes(
    indexes.map(([key, options]) => ({ key, ...options }) as mongo.IndexDescription),
  );
}

const NAMESPACE_NOT_FOUND = 26;

/** A collection that is not there is dropped already; MongoDB before 7 says that by an error. */
async function dropCollection(collection: AnyModel['collection']): Promise<void> {
  try {
    await collection.drop();
  } catch (error) {
    if ((error as { code?: unknown }).code !== NAMESPACE_NOT_FOUND) throw error;
  }
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
