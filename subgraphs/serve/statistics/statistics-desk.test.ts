import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore, type Store } from '@pasarela/store/connect';
import { PEOPLE_STATISTICS, PLACES_AND_SEXES, people, personModel } from '../testing/counted-people';
import { rebuildCells } from './mend-cells';
import { heldLeaves, releasedCells, releaseInForce } from './read-release';
import { StatisticsDesk } from './statistics-desk';
import { heldLeafModel, releasedCellModel, storedReleaseModel } from './stored-release.model';

let store: Store;
let directory: string;
let now = new Date('2026-01-15T12:00:00Z');
const faults: unknown[] = [];
const desks: StatisticsDesk[] = [];

beforeEach(async () => {
  now = new Date('2026-01-15T12:00:00Z');
  directory = await mkdtemp(path.join(tmpdir(), 'pasarela-releases-'));
  store = await openStore({ address: `embedded:${directory}`, database: 'people' });
  await storedReleaseModel(store.connection).createIndexes();
  const rows = [people(0, 12), people(12, 8, { place: 'b', sex: 'M' }), people(20, 7, { place: 'c' })].flat();
  await personModel(store.connection).insertMany(rows, { lean: true });
  await rebuildCells(PEOPLE_STATISTICS, store.connection);
});
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
  expect(faults.splice(0)).toEqual([]);
  await store.close();
  await rm(directory, { recursive: true, force: true });
});

async function openDesk(): Promise<StatisticsDesk> {
  const onFault = (error: unknown) => faults.push(error);
  const desk = await StatisticsDesk.open({
    statistics: PEOPLE_STATISTICS,
    connection: store.connection,
    now: () => now,
    onFault,
  });
  desks.push(desk);
  return desk;
}
const inForce = () => releaseInForce(PLACES_AND_SEXES.name, store.connection);
const places = async (release: string) => [...(await releasedCells(release, [2, 0], store.connection)).values()];

it('makes no release before the next of the calendar, then one, dated and numbered', async () => {
  const desk = await openDesk();
  await desk.settle();
  expect(await inForce()).toBeUndefined();
  now = new Date('2026-01-21T12:00:00Z');
  await Promise.all([desk.settle(), desk.inForce(PLACES_AND_SEXES)]);
  expect(await inForce()).toMatchObject({ number: 1, madeAt: '2026-01-21T12:00:00.000Z', marks: { tlp: 'GREEN' } });
  now = new Date('2026-01-28T11:59:59Z');
  expect(await desk.inForce(PLACES_AND_SEXES)).toMatchObject({ number: 1 });
});

it('makes one release, not three, after it was closed for three weeks', async () => {
  await (await openDesk()).close();
  now = new Date('2026-02-09T00:00:00Z');
  const desk = await openDesk();
  expect(await desk.inForce(PLACES_AND_SEXES)).toMatchObject({ number: 1, madeAt: '2026-02-09T00:00:00.000Z' });
  expect(await desk.inForce(PLACES_AND_SEXES)).toMatchObject({ number: 1 });
});

it('keeps a release as it was made, whatever is written afterwards', async () => {
  const desk = await openDesk();
  const first = await desk.makeNumber(PLACES_AND_SEXES, 1);
  const cells = await places(first._id);
  await personModel(store.connection).deleteMany({ place: 'c' });
  await rebuildCells(PEOPLE_STATISTICS, store.connection);
  expect(await places(first._id)).toEqual(cells);
  expect(cells.map(({ coordinates, state }) => [coordinates[0], state])).toEqual([
    ['a', 'VALUE'],
    ['b', 'VALUE'],
    ['c', 'VALUE'],
  ]);
  const second = await desk.makeNumber(PLACES_AND_SEXES, 2);
  expect(await places(first._id)).toEqual(cells);
  expect([second.number, await heldLeaves(first._id, store.connection)]).toEqual([2, []]);
  expect(await heldLeaves(second._id, store.connection)).toHaveLength(6);
});

it('gives a number that was made again, and refuses any but the next', async () => {
  const desk = await openDesk();
  const made = await Promise.all([desk.makeNumber(PLACES_AND_SEXES, 1), desk.makeNumber(PLACES_AND_SEXES, 1)]);
  expect(made[1]).toMatchObject({ _id: made[0]._id, madeAt: made[0].madeAt });
  await expect(desk.makeNumber(PLACES_AND_SEXES, 3)).rejects.toMatchObject({ code: 'STALE_VERSION' });
  expect(await storedReleaseModel(store.connection).countDocuments()).toBe(1);
});

it('leaves the earlier release in force where one was cut off, and makes its number anew', async () => {
  const desk = await openDesk();
  const first = await desk.makeNumber(PLACES_AND_SEXES, 1);
  const { connection } = store;
  // What a killed process leaves behind: some cells and leaves, no head.
  const release = 'places-and-sexes|2';
  const half = { release, coordinates: ['a', 'ALL'] };
  await releasedCellModel(connection).insertMany(
    [{ ...half, _id: `${release}|a|ALL`, crossing: '2|0', state: 'VALUE', value: 999 }],
    { lean: true },
  );
  await heldLeafModel(connection).insertMany([{ ...half, _id: `${release}|x`, persons: 999, key: 1, moves: 9 }], {
    lean: true,
  });
  expect(await desk.inForce(PLACES_AND_SEXES)).toMatchObject({ _id: first._id });
  const second = await desk.makeNumber(PLACES_AND_SEXES, 2);
  expect((await places(second._id)).map(({ value }) => value)).not.toContain(999);
  expect(await heldLeaves(second._id, connection)).toHaveLength(6);
});
