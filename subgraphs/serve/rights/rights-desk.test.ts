import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LEAF_FORMAT } from '@pasarela/schema/evidence/leaves/leaf';
import type { EvidenceRecorder } from '@pasarela/schema/evidence/recording/evidence-recorder';
import { hashOf } from '@pasarela/schema/testing/evidence';
import { openTestRecorder } from '@pasarela/schema/testing/evidence-recorder';
import { openStore, type Store } from '@pasarela/store/connect';
import { OpaqueIds } from '../domain/opaque-ids';
import type { ServeContext } from '../domain/serve-context';
import { RecordSalts } from '../evidence/record-salts';
import { DisclosureIndex } from '../oversight/disclosure-index';
import { IndexRecipients } from '../oversight/index-recipients';
import { contextAt, testIdKey } from '../testing/serve-context';
import { answerCase } from './change-case';
import { openCase } from './open-case';
import { recordCorrection } from './record-correction';
import { RightsDesk } from './rights-desk';
import type { RightsLaw } from './rights-law';
import { acknowledgeBatch, supersededRecords, toldBatches } from './superseded-records';

const LAW = {
  title: { en: 'Law', es: 'Ley' },
  whoMayAsk: null,
  calendar: { country: 'PA', timeZone: 'America/Panama', closed: [] },
  refusals: {},
  silence: null,
  remedy: { en: 'Complain', es: 'Reclame' },
  kinds: {
    ACCESS: {
      title: { en: 'Access', es: 'Acceso' },
      confirm: null,
      answer: { days: 10, counted: 'WORKING_DAYS' },
      extension: null,
      source: 'Law',
    },
  },
  erasure: { keeps: null, source: 'Law' },
} satisfies RightsLaw;
const AGREEMENT = 'PAN:BORDER';
const RULES = {
  agreements: [{ owner: 'PAN', id: 'BORDER', obligations: { deleteBy: 'P30D' } }],
  labels: { fields: new Map() },
} as never;

/** An office whose records are three people; its log and stores are real. */
describe('the desk of an owner', () => {
  let directory: string;
  let store: Store;
  let indexStore: Store;
  let recorder: EvidenceRecorder;
  let salts: RecordSalts;
  let index: DisclosureIndex;
  let desk: RightsDesk;
  let now: Date;
  let erase: jest.Mock<Promise<void>, [string]>;

  beforeEach(async () => {
    now = new Date('2026-01-15T12:00:00Z');
    directory = await mkdtemp(path.join(tmpdir(), 'pasarela-rights-'));
    store = await openStore({ address: `embedded:${directory}`, database: 'rights', durable: true });
    recorder = await openTestRecorder();
    salts = new RecordSalts(store.connection);
    erase = jest.fn(async (_id: string) => undefined);
    indexStore = await openStore({ address: `embedded:${directory}`, database: 'disclosures' });
    index = await DisclosureIndex.open({ recorder, connection: indexStore.connection, onFailure: fail });
    desk = await openDesk();
  });
  afterEach(async () => {
    await desk.close();
    await index.close();
    await indexStore.close();
    await recorder.close();
    await store.close();
    await rm(directory, { recursive: true, force: true });
  });

  const fail = (error: unknown) => {
    throw error;
  };
  const openDesk = () =>
    RightsDesk.open({
      definition: {
        name: 'People',
        party: 'PAN',
        law: LAW,
        recordType: () => Object as never,
        type: 'Person',
        types: ['Person'],
        find: async (id) => ({ id }),
        holds: async (id) => id.startsWith('person'),
        erase,
      },
      records: store.connection,
      store: store.connection,
      salts,
      recipients: new IndexRecipients({ index, salts }),
      rules: { current: () => RULES },
      idKey: testIdKey(),
      now: () => now,
      onFault: fail,
    });
  const contextOf = (party: string, changes: Partial<ServeContext> = {}): ServeContext => {
    const context = contextAt('full');
    return { ...context, requester: { ...context.requester, party }, now, rights: desk, ...changes };
  };
  const disclose = async (ids: readonly string[], party = 'COL') =>
    recorder.record({
      kind: 'OWNER_DISCLOSURE',
      format: LEAF_FORMAT,
      time: now.toISOString(),
      requestId: 'request',
      requester: { party, agency: 'TEST', id: 'somebody', roles: ['ANALYST'] },
      purpose: 'MIGRATION_MANAGEMENT',
      caseReference: null,
      ruleSetVersion: '1',
      agreements: [AGREEMENT],
      rules: [],
      disclosed: ['Person.name', 'Person.sex', 'Query.people'],
      lowered: [{ coordinate: 'Person.born', level: 'month', rule: null }],
      withheld: [],
      operation: { digest: hashOf('x'), text: '{ people { name } }' },
      answerDigest: hashOf('answer'),
      records: await salts.referencesOf(ids.map((id) => ({ type: 'Person', id }))),
      counts: { 'Person.name': ids.length, 'Person.born': ids.length, 'Person.sex': 0, 'Query.people': 1 },
    });
  const correct = async (record: string, what: 'CORRECTED' | 'ERASED') => {
    const input = { kind: 'ACCESS', record, receivedOn: '2026-01-15', clientKey: `${record}-${what}` };
    const { _id, version } = await openCase(input, contextOf('PAN'));
    return recordCorrection({ case: _id, what, expectedVersion: version }, contextOf('PAN'));
  };
  const keyOf = (id: string, at: Date) =>
    new OpaqueIds(testIdKey(), {
      party: 'COL',
      purpose: 'MIGRATION_MANAGEMENT',
      now: at,
      agreementOf: () => AGREEMENT,
    }).seal('Person', id);
  const told = async (changes: Partial<ServeContext> = {}) =>
    (await supersededRecords({ first: 100, after: null }, contextOf('COL', changes))).map(({ key, batch, fields }) => [
      key,
      batch,
      fields,
    ]);

  it('tells the key as it was given, of its quarter, and the fields that held a value', async () => {
    now = new Date('2025-12-30T12:00:00Z');
    const given = keyOf('person-1', now);
    await disclose(['person-1', 'person-2']);
    await disclose(['person-1'], 'PAN');
    now = new Date('2026-01-15T12:00:00Z');
    await correct('person-1', 'CORRECTED');
    expect(await told()).toEqual([]);
    now = new Date('2026-01-19T06:00:00Z');
    expect(await told()).toEqual([[given, '2026-01-19', ['Person.born', 'Person.name']]]);
    expect(keyOf('person-1', now)).not.toBe(given);
    expect(await toldBatches(contextOf('PAN'))).toMatchObject([{ party: 'COL', records: 1, acknowledgedAt: null }]);
  });

  it('decides the fields again by the rules of the day on which they are read', async () => {
    await disclose(['person-1']);
    await correct('person-1', 'CORRECTED');
    now = new Date('2026-01-19T06:00:00Z');
    const level = (coordinate: string) => (coordinate === 'Person.name' ? 'none' : 'full');
    expect((await told({ level })).map(([, , fields]) => fields)).toEqual([['Person.born']]);
  });

  it('does not tell who received a record after it was corrected, but whoever received one that is erased', async () => {
    await correct('person-1', 'CORRECTED');
    await correct('person-2', 'ERASED');
    now = new Date('2026-01-16T12:00:00Z');
    await disclose(['person-1', 'person-2']);
    now = new Date('2026-01-19T06:00:00Z');
    expect((await told()).map(([key]) => key)).toEqual([keyOf('person-2', now)]);
  });

  it('cut off in an erasure, makes the same batch again, and destroys the salt last', async () => {
    const record = { type: 'Person', id: 'person-1' };
    await disclose(['person-1']);
    await correct('person-1', 'ERASED');
    now = new Date('2026-01-19T06:00:00Z');
    erase.mockRejectedValueOnce(new Error('cut off'));
    await expect(told()).rejects.toThrow('cut off');
    expect(await salts.referenceOf(record)).toBeDefined();
    expect(await told()).toEqual([[keyOf('person-1', now), '2026-01-19', ['Person.born', 'Person.name']]]);
    expect(erase.mock.calls.map(([id]) => id)).toEqual(['person-1', 'person-1']);
    expect(await salts.referenceOf(record)).toBeUndefined();
    expect(await told()).toHaveLength(1);
    expect(erase).toHaveBeenCalledTimes(2);
  });

  it('tells in one batch what was corrected and what has to be deleted by then, alike', async () => {
    await disclose(['person-2', 'person-3']);
    now = new Date('2026-02-10T12:00:00Z');
    await disclose(['person-1']);
    await correct('person-1', 'CORRECTED');
    now = new Date('2026-02-16T06:00:00Z');
    const rows = await told();
    expect(new Set(rows.map(([key]) => key))).toEqual(
      new Set(['person-1', 'person-2', 'person-3'].map((id) => keyOf(id, now))),
    );
    expect(new Set(rows.map(([, ...rest]) => JSON.stringify(rest))).size).toBe(1);
  });

  it('after weeks without a process tells all in the newest batch, so that no cursor misses it', async () => {
    await disclose(['person-1']);
    await correct('person-1', 'CORRECTED');
    await desk.close();
    now = new Date('2026-02-03T12:00:00Z');
    desk = await openDesk();
    expect((await told()).map(([, batch]) => batch)).toEqual(['2026-02-02']);
  });

  it('keeps what was told for a year and a week', async () => {
    await disclose(['person-1']);
    await correct('person-1', 'CORRECTED');
    now = new Date('2026-01-19T06:00:00Z');
    const [first] = await told();
    now = new Date('2027-01-25T06:00:00Z');
    expect(await told()).toContainEqual(first);
    now = new Date('2027-02-01T06:00:00Z');
    expect(await told()).not.toContainEqual(first);
  });

  it('notes an acknowledgement only once it is evidence', async () => {
    await disclose(['person-1']);
    await correct('person-1', 'CORRECTED');
    now = new Date('2026-01-19T06:00:00Z');
    const full = { acknowledge: async () => Promise.reject(new Error('disk full')) };
    await expect(acknowledgeBatch('2026-01-19', contextOf('COL', { evidence: full }))).rejects.toThrow('disk full');
    expect(await toldBatches(contextOf('PAN'))).toMatchObject([{ acknowledgedAt: null }]);
    const acknowledge = jest.fn(async () => undefined);
    await acknowledgeBatch('2026-01-19', contextOf('COL', { evidence: { acknowledge } }));
    await acknowledgeBatch('2026-01-19', contextOf('COL', { evidence: { acknowledge } }));
    expect(acknowledge).toHaveBeenCalledTimes(1);
    expect(acknowledge).toHaveBeenCalledWith({
      batch: '2026-01-19',
      records: 1,
      digest: expect.stringMatching(/^.{43}$/),
    });
  });

  it('is the own party alone, whatever the rules grant', async () => {
    await expect(toldBatches(contextOf('COL'))).rejects.toThrow('no such case');
    await expect(
      openCase({ kind: 'ACCESS', record: 'person-1', receivedOn: '2026-01-15', clientKey: 'a' }, contextOf('COL')),
    ).rejects.toThrow('no such case');
  });

  it('lets one of two write who read the same version', async () => {
    const input = { kind: 'ACCESS', record: 'person-1', receivedOn: '2026-01-15', clientKey: 'a' };
    const opened = await Promise.all([openCase(input, contextOf('PAN')), openCase(input, contextOf('PAN'))]);
    expect(opened[0]._id).toBe(opened[1]._id);
    const id = opened[0]._id;
    const answers = await Promise.allSettled(
      ['Sent', 'Sent too'].map((note) => answerCase({ id, expectedVersion: 1, note }, contextOf('PAN'))),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
