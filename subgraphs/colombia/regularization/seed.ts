import type { SeedOptions } from '@pasarela/serve/domain/subgraph-definition';
import type { Connection, Model } from 'mongoose';
import { permitModel } from './permit.model';
import { permitStageCountModel } from './permit-stage-count.model';
import { publishedFigureModel } from './published-figure.model';
import { seedMarkModel } from './seed-mark.model';
import { seedPublished } from './seed-published';
import { seedSyntheticPermits } from './seed-synthetic-permits';

/** Raised whenever the data or its form changes, so that an older store is seeded again. */
const VERSION = 1;
const MARK = 'colombia-regularization';

/** Empties the store and writes everything; the mark comes last, so that half a seed is none. */
export async function seed(options: SeedOptions): Promise<void> {
  const { connection } = options;
  await emptyStore(connection);
  await seedSyntheticPermits(options, await seedPublished(connection));
  await seedMarkModel(connection).create({ _id: MARK, version: VERSION });
}

/** Whether a whole seed of this version stands in the store. */
export async function isSeeded(connection: Connection): Promise<boolean> {
  return (await seedMarkModel(connection).findOne({ _id: MARK, version: VERSION }).lean()) !== null;
}

// INVARIANT: the mark goes first; a seed that stops between leaves a store without it.
async function emptyStore(connection: Connection): Promise<void> {
  await empty(seedMarkModel(connection));
  await empty(publishedFigureModel(connection));
  await empty(permitModel(connection));
  await empty(permitStageCountModel(connection));
}

async function empty<Row>(model: Model<Row>): Promise<void> {
  await model.deleteMany({});
  await model.createIndexes();
}
