import type { SeedOptions } from '@pasarela/serve/domain/subgraph-definition';
import type { Connection, Model } from 'mongoose';
import { caseFigureModel } from './case-figure.model';
import { seedMarkModel } from './seed-mark.model';
import { seedPublished } from './seed-published';
import { seedSyntheticCases } from './seed-synthetic-cases';
import { smugglingCaseModel } from './smuggling-case.model';
import { taskForceResultModel } from './task-force-result.model';

/** Raised whenever the data or its form changes, so that an older store is seeded again. */
const VERSION = 1;
const MARK = 'usa-smuggling-cases';

/** Empties the store and writes everything; the mark comes last, so that half a seed is none. */
export async function seed(options: SeedOptions): Promise<void> {
  const { connection } = options;
  await emptyStore(connection);
  await seedPublished(connection);
  await seedSyntheticCases(options);
  await seedMarkModel(connection).create({ _id: MARK, version: VERSION });
}

/** Whether a whole seed of this version stands in the store. */
export async function isSeeded(connection: Connection): Promise<boolean> {
  return (await seedMarkModel(connection).findOne({ _id: MARK, version: VERSION }).lean()) !== null;
}

// INVARIANT: the mark goes first; a seed that stops between leaves a store without it.
async function emptyStore(connection: Connection): Promise<void> {
  await empty(seedMarkModel(connection));
  await empty(taskForceResultModel(connection));
  await empty(smugglingCaseModel(connection));
  await empty(caseFigureModel(connection));
}

async function empty<Row>(model: Model<Row>): Promise<void> {
  await model.deleteMany({});
  await model.createIndexes();
}
