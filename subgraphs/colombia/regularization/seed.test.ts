import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isSeeded, seedDomain } from '@pasarela/serve/domain/seed-domain';
import { statisticCellModel } from '@pasarela/serve/statistics/statistic-cell.model';
import { storedReleaseModel } from '@pasarela/serve/statistics/stored-release.model';
import { openStore, type Store } from '@pasarela/store/connect';
import { colombiaRegularization } from './index';
import { permitModel } from './permit.model';
import { STAGE_REACHED_WEIGHTS } from './permit-calibration';
import { publishedFigureModel } from './published-figure.model';

const opened: Array<{ store: Store; directory: string }> = [];

async function emptyStore(): Promise<Store> {
  const directory = await mkdtemp(path.join(tmpdir(), 'pasarela-seed-'));
  const store = await openStore({ address: `embedded:${directory}`, database: 'regularization' });
  opened.push({ store, directory });
  return store;
}

afterAll(async () => {
  for (const { store, directory } of opened) {
    await store.close();
    await rm(directory, { recursive: true, force: true });
  }
});

const permitsIn = (store: Store) => permitModel(store.connection).find().sort({ _id: 1 }).lean();
const shareOf = (rows: readonly object[], all: readonly object[]) => rows.length / all.length;

it('writes the same records for the same scale', async () => {
  const [first, second] = [await emptyStore(), await emptyStore()];
  for (const { connection } of [first, second])
    await seedDomain(colombiaRegularization, { connection, scale: 0.02, progress: () => undefined });
  expect(await permitsIn(first)).toHaveLength(400);
  expect(await permitsIn(second)).toEqual(await permitsIn(first));
});

it('begins with the same records at a larger scale', async () => {
  const [small, large] = [await emptyStore(), await emptyStore()];
  await seedDomain(colombiaRegularization, { connection: small.connection, scale: 0.01, progress: () => undefined });
  await seedDomain(colombiaRegularization, { connection: large.connection, scale: 0.02, progress: () => undefined });
  const known = new Set((await permitsIn(small)).map(({ _id }) => _id));
  expect((await permitsIn(large)).filter(({ _id }) => known.has(_id))).toEqual(await permitsIn(small));
  expect(known.size).toBe(200);
});

it('starts over after it was interrupted, and is seeded only when it ended', async () => {
  const { connection } = await emptyStore();
  const interrupt = () => {
    throw new Error('the machine stopped');
  };
  await expect(seedDomain(colombiaRegularization, { connection, scale: 0.15, progress: interrupt })).rejects.toThrow(
    'the machine stopped',
  );
  expect(await permitModel(connection).countDocuments()).toBe(2_000);
  expect(await isSeeded(colombiaRegularization, connection)).toBe(false);

  const reported: number[][] = [];
  await seedDomain(colombiaRegularization, {
    connection,
    scale: 0.15,
    progress: (...numbers) => reported.push(numbers),
  });
  expect(reported).toEqual([
    [2_000, 3_000],
    [3_000, 3_000],
  ]);
  expect(await permitModel(connection).countDocuments()).toBe(3_000);
  const byStage = await statisticCellModel(connection).find({ table: 'permits-by-stage' }).lean();
  expect(byStage.reduce((sum, { persons }) => sum + persons, 0)).toBe(3_000);
  expect(await storedReleaseModel(connection).countDocuments()).toBe(5);
  expect(await publishedFigureModel(connection).countDocuments()).toBe(32 + 32 * 13 + 2);
  expect(await isSeeded(colombiaRegularization, connection)).toBe(true);
});

it('draws stages by the published funnel and departments by the published population', async () => {
  const store = await emptyStore();
  await seedDomain(colombiaRegularization, { connection: store.connection, scale: 0.5, progress: () => undefined });
  const permits = await permitsIn(store);
  expect(STAGE_REACHED_WEIGHTS.reduce((sum, [, weight]) => sum + weight, 0)).toBe(2_284_675);
  for (const [stage, weight] of STAGE_REACHED_WEIGHTS) {
    expect(
      shareOf(
        permits.filter(({ stageReached }) => stageReached === stage),
        permits,
      ),
    ).toBeCloseTo(weight / 2_284_675, 1.7);
  }
  expect(
    shareOf(
      permits.filter(({ department }) => department === 'CO-DC'),
      permits,
    ),
  ).toBeCloseTo(540_301 / 2_810_778, 1.7);
  expect(
    shareOf(
      permits.filter(({ department }) => department === 'CO-ANT'),
      permits,
    ),
  ).toBeCloseTo(464_117 / 2_810_778, 1.7);
});
