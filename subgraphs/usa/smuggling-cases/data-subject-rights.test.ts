import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deadlineAfter } from '@pasarela/serve/rights/deadline';
import type { RightsDefinition } from '@pasarela/serve/rights/rights-definition';
import { type SmugglingCaseRow, smugglingCaseModel } from '@pasarela/serve/smuggling/smuggling-case.model';
import { contextAt } from '@pasarela/serve/testing/serve-context';
import { openStore, type Store } from '@pasarela/store/connect';
import { USA_CASES } from './case-mix';
import { usaSmugglingCases } from './index';

const usaSmugglingRights = usaSmugglingCases.rights as RightsDefinition;
const personOf = (pseudonym: string) => ({ dataset: 'SYNTHETIC', pseudonym, role: 'WITNESS', nationality: 'VEN' });
const CASES = [
  { _id: 'case-1', caseNumber: '1', persons: [personOf('one'), personOf('two')] },
  { _id: 'case-2', caseNumber: '2', persons: [personOf('three')] },
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
    expect(await find('two')).toMatchObject({ pseudonym: 'two', role: 'WITNESS', nationality: { code: 'VEN' } });
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
