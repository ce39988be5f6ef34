import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deadlineAfter } from '@pasarela/serve/rights/deadline';
import type { RightsDefinition } from '@pasarela/serve/rights/rights-definition';
import { type SmugglingCaseRow, smugglingCaseModel } from '@pasarela/serve/smuggling/smuggling-case.model';
import { rebuildCells } from '@pasarela/serve/statistics/mend-cells';
import { statisticCellModel } from '@pasarela/serve/statistics/statistic-cell.model';
import type { DomainStatistics } from '@pasarela/serve/statistics/statistic-table';
import { contextAt } from '@pasarela/serve/testing/serve-context';
import { openStore, type Store } from '@pasarela/store/connect';
import { USA_CASES } from './case-mix';
import { usaSmugglingCases } from './index';

const usaSmugglingRights = usaSmugglingCases.rights as RightsDefinition;
const personOf = (pseudonym: string) => ({
  dataset: 'SYNTHETIC',
  pseudonym,
  role: 'TRAFFICKING_VICTIM',
  confirmation: 'CONFIRMED',
  stateHistory: [
    { confirmation: 'PRELIMINARY', on: '2025-01-10' },
    { confirmation: 'CONFIRMED', on: '2025-02-19' },
  ],
  nationality: pseudonym === 'two' ? 'HTI' : 'VEN',
});
const FOOT = { from: 'CO-CHO', to: 'PA-5', mode: 'ON_FOOT' };
const HANDLED = { handlingCode: 'H1', tlp: 'AMBER', openedMonth: '2025-01', routes: [FOOT] };
const CASES = [
  { _id: 'case-1', caseNumber: '1', ...HANDLED, persons: [personOf('one'), personOf('two')] },
  { _id: 'case-2', caseNumber: '2', ...HANDLED, persons: [personOf('three')] },
] as unknown as SmugglingCaseRow[];

describe('a person in the smuggling cases of the United States', () => {
  let directory: string;
  let store: Store;
  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'pasarela-rights-'));
    store = await openStore({ address: `embedded:${directory}`, database: 'cases' });
    await smugglingCaseModel(store.connection, USA_CASES).insertMany(CASES, { lean: true });
  });
  afterEach(async () => {
    await store.close();
    await rm(directory, { recursive: true, force: true });
  });
  const find = (id: string) => usaSmugglingRights.find(id, { ...contextAt('full'), connection: store.connection });

  it("is found by the owner's identifier alone", async () => {
    expect(await find('two')).toMatchObject({
      pseudonym: 'two',
      role: 'TRAFFICKING_VICTIM',
      nationality: { code: 'HTI' },
    });
    for (const other of ['case-1', 'four', '']) {
      expect(await find(other)).toBeNull();
      expect(await usaSmugglingRights.holds(other, store.connection)).toBe(false);
    }
  });

  it('goes from the case as a whole when erased, and nobody else does; done twice it is the same', async () => {
    for (const _ of [1, 2]) await usaSmugglingRights.erase('two', store.connection);
    expect(await find('two')).toBeNull();
    const rows = await smugglingCaseModel(store.connection, USA_CASES).find().sort({ _id: 1 }).lean();
    expect(rows).toEqual([{ ...CASES[0], persons: [personOf('one')] }, CASES[1]]);
  });

  it('goes from every count with the same write', async () => {
    const statistics = usaSmugglingCases.statistics as DomainStatistics;
    await rebuildCells(statistics, store.connection);
    const cells = async () => {
      const rows = await statisticCellModel(store.connection).find().sort({ _id: 1 }).lean();
      return Object.fromEntries(rows.map(({ _id, persons }) => [_id, persons]));
    };
    const before = await cells();
    await usaSmugglingRights.erase('two', store.connection);
    expect(await cells()).toEqual({
      ...before,
      'cases-by-nationality|H1/AMBER|HTI': 0,
      'cases-with-victims-by-nationality|H1/AMBER|HTI|IDENTIFIED': 0,
      'persons-in-cases|H1/AMBER|TRAFFICKING_VICTIM:CONFIRMED': 2,
      'days-to-confirmed|H1/AMBER|40': 2,
    });
    const written = await statisticCellModel(store.connection)
      .find({ persons: { $gt: 0 } })
      .sort({ _id: 1 })
      .lean();
    await rebuildCells(statistics, store.connection);
    expect(await statisticCellModel(store.connection).find().sort({ _id: 1 }).lean()).toEqual(written);
  });

  it('is answered by the terms of federal law, and refused for its reasons', () => {
    const { kinds, refusals, calendar, silence } = usaSmugglingRights.law;
    const terms = Object.entries(kinds).map(([kind, { confirm, answer, extension }]) => [
      kind,
      [confirm, answer, extension].map((term) => term?.days ?? null),
    ]);
    expect(Object.fromEntries(terms)).toEqual({
      ACCESS: [null, 20, 10],
      AMENDMENT: [10, 30, null],
      REVIEW: [null, 30, 30],
      REDRESS: [null, 30, null],
    });
    expect(kinds.AMENDMENT?.confirm && deadlineAfter('2027-12-20', kinds.AMENDMENT.confirm, calendar)).toBe(
      '2028-01-05',
    );
    expect(silence).toBe('LAW_ENFORCEMENT');
    expect(refusals.LAW_ENFORCEMENT?.source).toContain('552a(j)(2) and (k)(2)');
  });
});
