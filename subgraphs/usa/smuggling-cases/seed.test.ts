import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isSeeded, seedDomain } from '@pasarela/serve/domain/seed-domain';
import { openStore, type Store } from '@pasarela/store/connect';
import { caseFigureModel } from './case-figure.model';
import { usaSmugglingCases } from './index';

import { smugglingCaseModel } from './smuggling-case.model';
import { taskForceResultModel } from './task-force-result.model';

const opened: Array<{ store: Store; directory: string }> = [];

async function emptyStore(): Promise<Store> {
  const directory = await mkdtemp(path.join(tmpdir(), 'pasarela-seed-'));
  const store = await openStore({ address: `embedded:${directory}`, database: 'smuggling' });
  opened.push({ store, directory });
  return store;
}

afterAll(async () => {
  for (const { store, directory } of opened) {
    await store.close();
    await rm(directory, { recursive: true, force: true });
  }
});

const casesIn = (store: Store) => smugglingCaseModel(store.connection).find().sort({ _id: 1 }).lean();
const figuresIn = (store: Store) => caseFigureModel(store.connection).find().sort({ _id: 1 }).lean();

it('writes the same cases and figures for the same scale', async () => {
  const [first, second] = [await emptyStore(), await emptyStore()];
  for (const { connection } of [first, second])
    await seedDomain(usaSmugglingCases, { connection, scale: 0.4, progress: () => undefined });
  expect(await casesIn(first)).toHaveLength(200);
  expect(await casesIn(second)).toEqual(await casesIn(first));
  expect((await figuresIn(first)).length).toBeGreaterThan(5);
  expect(await figuresIn(second)).toEqual(await figuresIn(first));
});

it('starts over after it was interrupted, and is seeded only when it ended', async () => {
  const { connection } = await emptyStore();
  const interrupt = () => {
    throw new Error('the machine stopped');
  };
  await expect(seedDomain(usaSmugglingCases, { connection, scale: 5, progress: interrupt })).rejects.toThrow(
    'the machine stopped',
  );
  expect(await smugglingCaseModel(connection).countDocuments()).toBe(2_000);
  expect(await isSeeded(usaSmugglingCases, connection)).toBe(false);

  const reported: number[][] = [];
  await seedDomain(usaSmugglingCases, { connection, scale: 5, progress: (...numbers) => reported.push(numbers) });
  expect(reported).toEqual([
    [2_000, 2_500],
    [2_500, 2_500],
  ]);
  expect(await smugglingCaseModel(connection).countDocuments()).toBe(2_500);
  expect(await taskForceResultModel(connection).countDocuments()).toBe(6);
  expect(await isSeeded(usaSmugglingCases, connection)).toBe(true);
});
