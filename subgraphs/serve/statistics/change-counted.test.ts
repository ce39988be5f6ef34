import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { recordKey } from '@pasarela/schema/disclosure-control/perturbation/record-key';
import { openStore, type Store } from '@pasarela/store/connect';
import { PEOPLE_STATISTICS, type PersonRow, PLACES_AND_SEXES, people, personModel } from '../testing/counted-people';
import { CellIncrements } from './cell-increments';
import { changeCounted, DELETED } from './change-counted';
import { changeMark } from './change-mark';
import { mendCells, rebuildCells } from './mend-cells';
import { liveTable, liveTableForOthers } from './read-cells';
import { statisticCellModel } from './statistic-cell.model';
import { statisticChangeModel } from './statistic-change.model';
import { statisticSecret } from './statistic-secret';

const NOW = new Date('2026-01-15T12:00:00Z');
let store: Store;
let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'pasarela-cells-'));
  store = await openStore({ address: `embedded:${directory}`, database: 'people' });
  await insert(people(0, 6), people(6, 3, { place: 'b', sex: 'M' }), people(9, 2, { place: 'c', handling: 'H2' }));
});
afterEach(async () => {
  await store.close();
  await rm(directory, { recursive: true, force: true });
});

async function insert(...rows: PersonRow[][]): Promise<void> {
  const { connection } = store;
  await personModel(connection).insertMany(rows.flat(), { lean: true });
  const increments = new CellIncrements(PEOPLE_STATISTICS.tables, await statisticSecret(connection));
  for (const row of rows.flat()) increments.change(null, row);
  await increments.write(connection);
}
const change = (id: string, to: Parameters<typeof changeCounted<PersonRow>>[0]['to']) =>
  changeCounted({ statistics: PEOPLE_STATISTICS, model: personModel(store.connection), id, to }, store.connection);
const live = async () => (await liveTable(PLACES_AND_SEXES, store.connection)).cells;
const cell = async (id: string) => (await live()).get(id)?.persons;
/** What is stored, but for cells that stand empty. */
const cells = async () => {
  const rows = await statisticCellModel(store.connection).find().sort({ _id: 1 }).lean();
  return rows.filter(({ persons }) => persons !== 0);
};

it('counts everybody for the owner with the sum of their keys, and for others whom a code does not hold back', async () => {
  expect([await cell('a|F'), await cell('north|ALL'), await cell('ALL|ALL')]).toEqual([6, 9, 11]);
  const others = await liveTableForOthers(PLACES_AND_SEXES, NOW, store.connection);
  expect(others.cells.get('ALL|ALL')?.persons).toBe(9);
  const secret = await statisticSecret(store.connection);
  const keys = people(6, 3).map(({ _id }) => recordKey(secret, _id));
  expect(others.cells.get('b|M')?.key).toBe(keys.reduce((sum, key) => sum + key, 0));
});

it('moves a person from cell to cell with the write, and takes out whom nothing places any more', async () => {
  await change('p0', () => ({ place: 'c' }));
  expect([await cell('a|F'), await cell('c|F')]).toEqual([5, 3]);
  await change('p0', () => ({ handling: 'H2' }));
  expect((await liveTableForOthers(PLACES_AND_SEXES, NOW, store.connection)).cells.get('c|F')?.persons).toBe(0);
  await change('p0', () => ({ place: '' }));
  await change('p1', () => DELETED);
  expect([await cell('ALL|ALL'), await cell('a|F')]).toEqual([9, 4]);
});

it('changes nothing where there is nothing to change, and nobody who is not there', async () => {
  const before = await cells();
  expect(await change('p0', () => null)).toBeNull();
  expect(await change('nobody', () => ({ place: 'b' }))).toBeNull();
  expect(await cells()).toEqual(before);
});

it('reads again whom somebody else changed meanwhile: each change is counted once', async () => {
  const seen: string[] = [];
  await change('p0', ({ place }) => {
    seen.push(place);
    // Another writer, between what was read and what is written.
    if (seen.length === 1) void change('p0', () => ({ sex: 'M', place: 'b' }));
    return { place: 'c' };
  });
  await Promise.all(people(1, 5).map(({ _id }) => change(_id, () => ({ place: 'b' }))));
  const found = await cells();
  await rebuildCells(PEOPLE_STATISTICS, store.connection);
  expect(await cells()).toEqual(found);
  expect(await cell('ALL|ALL')).toBe(11);
});

it('comes to the same as counting anew after any changes', async () => {
  for (const [at, { _id }] of people(0, 11).entries())
    await change(_id, () => [{ place: 'c' }, { sex: 'M' }, { handling: 'H1' }, DELETED][at % 4] as never);
  const rolledUp = await cells();
  await rebuildCells(PEOPLE_STATISTICS, store.connection);
  expect(await cells()).toEqual(rolledUp);
});

it('marks the store while a write is under way, and where one failed half-way', async () => {
  const { connection } = store;
  const marks = () => statisticChangeModel(connection).countDocuments();
  await change('p0', () => ({ place: 'c' }));
  expect(await marks()).toBe(1);
  await changeMark(connection).clear();
  expect(await marks()).toBe(0);
  const nowhere = {
    place: 'c',
    get sex(): string {
      throw new Error('cut off');
    },
  };
  await expect(change('p1', () => nowhere)).rejects.toThrow('cut off');
  await changeMark(connection).clear();
  expect(await marks()).toBe(1);
});

it('counts anew where a process was killed between a record and its cells', async () => {
  const { connection } = store;
  // What it leaves behind: its mark, the record written, the cells not.
  await statisticChangeModel(connection).insertMany([{ _id: 'killed' }], { lean: true });
  await personModel(connection).updateOne({ _id: 'p0' }, { $set: { place: 'c' } });
  expect(await cell('c|F')).toBe(2);
  expect(await mendCells(PEOPLE_STATISTICS, connection)).toBe(true);
  expect([await cell('a|F'), await cell('c|F')]).toEqual([5, 3]);
  expect(await mendCells(PEOPLE_STATISTICS, connection)).toBe(false);
});
