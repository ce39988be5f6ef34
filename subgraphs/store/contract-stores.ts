import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { openStore, type Store } from './connect';

/** What a contract case works with; `model` gives a model on a collection of its own, its indexes built. */
export interface Contract {
  store(): Store;
  model<T>(schema: mongoose.Schema<T>): Promise<mongoose.Model<T>>;
}

/** Declares the same cases for the embedded store and, where MONGODB_URI is set, for MongoDB. */
export function describeContract(title: string, cases: (contract: Contract) => void): void {
  describe(`${title}, embedded`, () => {
    let directory: string;
    beforeAll(async () => {
      directory = await mkdtemp(join(tmpdir(), 'store-contract-'));
    });
    declareCases(() => openStore({ address: `embedded:${directory}`, database: 'contract' }), cases);
    afterAll(() => rm(directory, { recursive: true }));
  });
  const address = process.env.MONGODB_URI;
  if (address === undefined || address === '') return;
  describe(`${title}, MongoDB`, () => {
    const database = `contract_${new mongoose.Types.ObjectId().toString()}`;
    declareCases(() => openStore({ address, database }), cases);
  });
}

function declareCases(open: () => Promise<Store>, cases: (contract: Contract) => void): void {
  let store: Store;
  let models = 0;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(async () => {
    await store.connection.dropDatabase();
    await store.close();
  });
  cases({
    store: () => store,
    model: async (schema) => {
      const model = store.connection.model(`Model${++models}`, schema) as unknown as mongoose.Model<never>;
      await model.init();
      return model as never;
    },
  });
}
