import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore, type Store } from '@pasarela/store/connect';
import { PEOPLE_STATISTICS, PLACES_AND_SEXES, people, personModel } from '../testing/counted-people';
import { mendCells, rebuildCells } from './mend-cells';
import { heldLeaves, releaseInForce } from './read-release';
import { statisticCellModel } from './statistic-cell.model';
import { releasedCellModel, storedReleaseModel } from './stored-release.model';

const KILLS = 5;
const PROGRAM = path.join(
  path.dirname(require.resolve('@pasarela/serve/package.json')),
  'dist/testing/counted-writer.js',
);
const CELLS = 6 * 3;

const started: ChildProcess[] = [];
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'pasarela-killed-'));
  await withStore(async ({ connection }) => {
    await personModel(connection).insertMany(people(0, 43), { lean: true });
    await storedReleaseModel(connection).createIndexes();
    await rebuildCells(PEOPLE_STATISTICS, connection);
  });
});
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await rm(directory, { recursive: true, force: true });
});

async function withStore<Result>(work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openStore({ address: `embedded:${directory}`, database: 'people' });
  return work(store).finally(() => store.close());
}

/** Runs the writer until it wrote so many times, and kills it a moment later, wherever it is. */
async function writeAndKill(times: number, moment: number): Promise<void> {
  const child = spawn(process.execPath, [PROGRAM, `embedded:${directory}`], { stdio: ['ignore', 'pipe', 'inherit'] });
  started.push(child);
  const exited = once(child, 'exit');
  let written = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written += text.split('\n').length - 1;
    if (written >= times) setTimeout(() => child.kill('SIGKILL'), moment);
  });
  expect((await exited)[1]).toBe('SIGKILL');
}

const cellsIn = async ({ connection }: Store) =>
  (await statisticCellModel(connection).find().sort({ _id: 1 }).lean()).filter(({ persons }) => persons !== 0);

it.each(Array.from({ length: KILLS }, (_, round) => round))(
  'leaves cells that are mended at the next start, and a release that is whole (%i)',
  async (round) => {
    await writeAndKill(45 + 7 * round, round * 3);
    await withStore(async (store) => {
      const { connection } = store;
      await mendCells(PEOPLE_STATISTICS, connection);
      const mended = await cellsIn(store);
      await rebuildCells(PEOPLE_STATISTICS, connection);
      expect(mended).toEqual(await cellsIn(store));
      expect(mended.reduce((sum, { persons }) => sum + persons, 0)).toBe(43);
      const release = await releaseInForce(PLACES_AND_SEXES.name, connection);
      expect(release?.number).toBeGreaterThan(round);
      expect(await releasedCellModel(connection).countDocuments({ release: release?._id })).toBe(CELLS);
      expect(await heldLeaves(release?._id as string, connection)).toHaveLength(6);
    });
  },
  60_000,
);
