import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { contextAt } from '@pasarela/serve/testing/serve-context';
import { openStore, type Store } from '@pasarela/store/connect';
import { consentRequestModel } from './consent-request.model';
import { regularizationRights } from './data-subject-rights';
import { type PermitRow, permitModel } from './permit.model';

const PERMIT = {
  _id: 'permit-1',
  dataset: 'SYNTHETIC',
  currentStage: 'AUTHORIZED',
  stageReached: 'AUTHORIZED',
  stageHistory: [{ stage: 'AUTHORIZED', on: '2022-01-01' }],
  registeredOn: '2021-10-01',
  registeredMonth: '2021-10',
  department: 'CO-DC',
  municipality: 'CO-ANT:05001',
  holder: { fullName: 'SYNTHETIC PERSON', documentNumber: 'X1', minor: false },
  guardianLink: { guardianPermit: 'Y1', relation: 'MOTHER', program: 'PEP-TUTOR' },
} as unknown as PermitRow;

describe('what the law of Colombia keeps of an erased permit', () => {
  let directory: string;
  let store: Store;
  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'pasarela-rights-'));
    store = await openStore({ address: `embedded:${directory}`, database: 'permits' });
    await permitModel(store.connection).insertMany([PERMIT], { lean: true });
  });
  afterEach(async () => {
    await store.close();
    await rm(directory, { recursive: true, force: true });
  });

  it('is the administrative act, and nothing that says who or where exactly; done twice it is the same', async () => {
    for (const _ of [1, 2]) await regularizationRights.erase('permit-1', store.connection);
    const row = await permitModel(store.connection).findById('permit-1').lean();
    expect(row).toEqual({ ...PERMIT, holder: null, municipality: null, guardianLink: null });
    expect(regularizationRights.law.erasure.keeps?.en).toContain('the administrative act');
  });

  it('is no consent, nor a key under which one was changed', async () => {
    const requests = consentRequestModel(store.connection);
    const of = (permit: string) => ({ _id: `key of ${permit}`, permit, requestInput: '[0,null]' });
    await requests.insertMany([of('permit-1'), of('permit-2')], { lean: true });
    await regularizationRights.erase('permit-1', store.connection);
    expect(await requests.find().lean()).toEqual([of('permit-2')]);
  });

  it('is still answered, without a holder', async () => {
    await regularizationRights.erase('permit-1', store.connection);
    const context = { ...contextAt('full'), connection: store.connection };
    expect(await regularizationRights.find('permit-1', context)).toMatchObject({
      holder: null,
      registeredOn: '2021-10-01',
    });
    expect(await regularizationRights.find('nobody', context)).toBeNull();
    expect(await regularizationRights.holds('nobody', store.connection)).toBe(false);
  });

  it('has the terms of Ley 1581, each extended once', () => {
    const { CONSULTA, RECLAMO } = regularizationRights.law.kinds;
    expect([CONSULTA?.answer.days, CONSULTA?.extension?.days]).toEqual([10, 5]);
    expect([RECLAMO?.answer.days, RECLAMO?.extension?.days]).toEqual([15, 8]);
  });
});
