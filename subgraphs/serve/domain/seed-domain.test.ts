import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore } from '@pasarela/store/connect';
import { type Connection, type Model, Schema } from 'mongoose';
import { holdsRows, isOutdated, isSeeded, seedDomain } from './seed-domain';
import type { SubgraphDefinition } from './subgraph-definition';

const schema = new Schema<{ _id: string }>({ _id: String }, { collection: 'rows', versionKey: false });

const rowModel = (connection: Connection): Model<{ _id: string }> =>
  (connection.models.Row as Model<{ _id: string }> | undefined) ?? connection.model<{ _id: string }>('Row', schema);

const definition = (version: string, fill: () => void = () => undefined): SubgraphDefinition => ({
  name: 'test-domain',
  party: 'PAN',
  resolvers: [] as never,
  references: {},
  seed: {
    version,
    synthetic: true,
    models: (connection) => [rowModel(connection)],
    fill: async ({ connection }) => {
      await rowModel(connection).create({ _id: 'one' });
      fill();
    },
  },
});

describe("a domain's store", () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'pasarela-seed-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  it('is outdated when another version filled it whole, and still holds its rows', async () => {
    const store = await openStore({ address: `embedded:${directory}`, database: 'test' });
    const options = { connection: store.connection, scale: 1, progress: () => undefined };
    expect(await holdsRows(definition('1'), store.connection)).toBe(false);
    await seedDomain(definition('1'), options);
    expect(await isSeeded(definition('1'), store.connection)).toBe(true);
    expect(await isOutdated(definition('1'), store.connection)).toBe(false);
    expect(await isSeeded(definition('2'), store.connection)).toBe(false);
    expect(await isOutdated(definition('2'), store.connection)).toBe(true);
    expect(await holdsRows(definition('2'), store.connection)).toBe(true);
    await store.close();
  });

  it('has its unique indexes before the first row and the others after the last, also when it is filled anew', async () => {
    const store = await openStore({ address: `embedded:${directory}`, database: 'test' });
    const indexed = new Schema<{ _id: string }>({ _id: String }, { collection: 'indexed' });
    indexed.index({ number: 1 }, { unique: true });
    indexed.index({ month: 1, _id: 1 });
    const model = store.connection.model<{ _id: string }>('Indexed', indexed);
    const names = async () => (await model.listIndexes()).map(({ name }) => name);
    const during: string[][] = [];
    const seeded: SubgraphDefinition = {
      ...definition('1'),
      seed: {
        version: '1',
        synthetic: true,
        models: () => [model],
        fill: async () => {
          during.push(await names());
          await model.collection.insertMany([{ _id: 'one', number: 1, month: '2024-01' }] as never);
          await expect(model.collection.insertOne({ _id: 'two', number: 1 } as never)).rejects.toThrow('E11000');
        },
      },
    };
    for (const _time of ['first', 'again']) {
      await seedDomain(seeded, { connection: store.connection, scale: 1, progress: () => undefined });
      expect(await names()).toEqual(['_id_', 'number_1', 'month_1__id_1']);
      expect(await model.find({ month: '2024-01' }).lean()).toHaveLength(1);
    }
    expect(during).toEqual([
      ['_id_', 'number_1'],
      ['_id_', 'number_1'],
    ]);
    await store.close();
  });

  it('holds rows, and is neither whole nor outdated, when its seed was cut off', async () => {
    const store = await openStore({ address: `embedded:${directory}`, database: 'test' });
    const cutOff = definition('1', () => {
      throw new Error('cut off');
    });
    await expect(
      seedDomain(cutOff, { connection: store.connection, scale: 1, progress: () => undefined }),
    ).rejects.toThrow('cut off');
    expect([await isSeeded(cutOff, store.connection), await isOutdated(cutOff, store.connection)]).toEqual([
      false,
      false,
    ]);
    expect(await holdsRows(cutOff, store.connection)).toBe(true);
    await store.close();
  });
});
