import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { HandlingCodeMark, Marks } from '@pasarela/schema/disclosure-control/inheritance/strictest-marks';
import { openStore, type Store } from '@pasarela/store/connect';
import { PEOPLE_STATISTICS, PLACES_AND_SEXES, people, personModel } from '../testing/counted-people';
import { changeCounted, DELETED } from './change-counted';
import { makeStoredRelease } from './make-stored-release';
import { rebuildCells } from './mend-cells';
import type { StatisticTable } from './statistic-table';

const NOW = new Date('2026-01-21T12:00:00Z');
const marks: Marks = { ...PLACES_AND_SEXES.marks, tlp: 'CLEAR', handlingCodes: [] };
const TABLE: StatisticTable = {
  ...PLACES_AND_SEXES,
  marks,
  marksOf: (code) => ({ ...marks, tlp: code === 'H1' ? 'AMBER' : 'GREEN', handlingCodes: [code as HandlingCodeMark] }),
};

let store: Store;
let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'pasarela-marks-'));
  store = await openStore({ address: `embedded:${directory}`, database: 'people' });
});
afterEach(async () => {
  await store.close();
  await rm(directory, { recursive: true, force: true });
});
const released = async () => {
  const { marks: made } = await makeStoredRelease(TABLE, NOW, store.connection);
  return [made.tlp, ...made.handlingCodes];
};
async function hold(...rows: ReturnType<typeof people>[]): Promise<void> {
  await personModel(store.connection).insertMany(rows.flat(), { lean: true });
  await rebuildCells(PEOPLE_STATISTICS, store.connection);
}

it('are the strictest of those who are counted, and of nobody who is not', async () => {
  await hold(people(0, 20), people(20, 8, { handling: 'H2' }));
  expect(await released()).toEqual(['GREEN', 'H0']);
});

it('stay as strict while a release may hold somebody who is gone', async () => {
  await hold(people(0, 20), people(20, 1, { handling: 'H1' }));
  expect(await released()).toEqual(['AMBER', 'H0', 'H1']);
  const model = personModel(store.connection);
  await changeCounted({ statistics: PEOPLE_STATISTICS, model, id: 'p20', to: () => DELETED }, store.connection);
  expect(await released()).toEqual(['AMBER', 'H0', 'H1']);
});

it('are those of the table where nobody is counted', async () => {
  expect(await released()).toEqual(['CLEAR']);
});
