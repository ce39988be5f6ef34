import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { OwnerLeaf } from '@pasarela/schema/evidence/leaves/leaf';
import type { EvidenceRecorder } from '@pasarela/schema/evidence/recording/evidence-recorder';
import { openTestRecorder } from '@pasarela/schema/testing/evidence-recorder';
import { openStore, type Store } from '@pasarela/store/connect';
import type { DisclosureLeaf } from '../evidence/recipients';
import { RecordSalts } from '../evidence/record-salts';
import { ownerLeafOf } from '../testing/owner-leaves';
import { DisclosureIndex, type DisclosureIndexOptions } from './disclosure-index';
import { IndexRecipients } from './index-recipients';

const PERSON = { type: 'Person', id: 'person-1' };
const OTHER = { type: 'Person', id: 'person-2' };

describe('who received a record, by the index', () => {
  let directory: string;
  let recorder: EvidenceRecorder;
  let saltStore: Store;
  let indexStore: Store;
  let salts: RecordSalts;
  let index: DisclosureIndex;
  let recipients: IndexRecipients;

  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'pasarela-recipients-'));
    recorder = await openTestRecorder();
    saltStore = await openStore({ address: `embedded:${directory}`, database: 'salts', durable: true });
    salts = new RecordSalts(saltStore.connection);
    await open();
  });
  afterEach(async () => {
    await close();
    await recorder.close();
    await saltStore.close();
    await rm(directory, { recursive: true, force: true });
  });

  const open = async (changes: Partial<DisclosureIndexOptions> = {}) => {
    indexStore = await openStore({ address: `embedded:${directory}`, database: 'disclosures' });
    const onFailure = (error: unknown) => {
      throw error;
    };
    index = await DisclosureIndex.open({ recorder, connection: indexStore.connection, onFailure, ...changes });
    recipients = new IndexRecipients({ index, salts });
  };
  const close = async () => {
    await index.close();
    await indexStore.close();
  };
  const disclose = async (requestId: string, records = [PERSON], changes: Partial<OwnerLeaf> = {}) => {
    const of = { requestId, ruleSetVersion: requestId, records: await salts.referencesOf(records), ...changes };
    return recorder.record(ownerLeafOf(of));
  };
  const namesOf = async (leaves: AsyncIterable<DisclosureLeaf>): Promise<string[]> => {
    const names: string[] = [];
    for await (const { ruleSetVersion } of leaves) names.push(ruleSetVersion);
    return names;
  };
  const numbered = (most: number) => Array.from({ length: most }, (_, number) => `answer-${number}`);

  it('tells of a leaf what the leaf says', async () => {
    const said: Partial<OwnerLeaf> = {
      requester: { party: 'USA', agency: 'OFFICE', id: 'somebody', roles: ['ANALYST', 'AUDITOR'] },
      purpose: 'ENFORCEMENT',
      caseReference: 'CASE-2026-1',
      agreements: ['PAN:ONE', 'PAN:TWO'],
      disclosed: ['Person.name', 'Person.sex'],
      lowered: [
        { coordinate: 'Person.born', level: 'month', rule: 'CAP' },
        { coordinate: 'Person.place', level: 'region', rule: null },
      ],
      counts: { 'Person.name': 2, 'Person.sex': 0, 'Person.born': 1, 'Person.place': 0 },
    };
    await disclose('answer', [PERSON, OTHER], { ...said, withheld: [{ coordinate: 'Person.secret', rule: null }] });
    const leaves: DisclosureLeaf[] = [];
    for await (const leaf of recipients.of(PERSON)) leaves.push(leaf);
    const records = await salts.referencesOf([PERSON, OTHER]);
    expect(leaves).toEqual([{ time: '2026-03-10T12:00:00.000Z', ruleSetVersion: 'answer', records, ...said }]);
  });

  it('tells of every answer that is in the log, page after page, the oldest first', async () => {
    const names = numbered(401);
    await Promise.all(names.map((name, i) => disclose(name, i % 2 === 0 ? [PERSON, OTHER] : [PERSON])));
    const inLog = await Promise.all(names.map(async (_, i) => JSON.parse((await recorder.leaf(i)) ?? '')));
    const order = inLog.map(({ requestId }) => requestId);
    expect(await namesOf(recipients.of(PERSON))).toEqual(order);
    expect(await namesOf(recipients.of(OTHER))).toEqual(order.filter((name) => Number(name.slice(7)) % 2 === 0));
    expect(await namesOf(recipients.all())).toEqual(order);
  });

  it('tells of answers with records alone, though whole pages are without', async () => {
    await disclose('first');
    await Promise.all(numbered(400).map((name) => disclose(name, [])));
    await disclose('last', [OTHER]);
    expect(await namesOf(recipients.all())).toEqual(['first', 'last']);
    expect(await namesOf(recipients.of(PERSON))).toEqual(['first']);
  });

  it('tells of no record that nobody received, and of none whose salt was destroyed', async () => {
    await disclose('before', [PERSON, OTHER]);
    expect(await namesOf(recipients.of({ type: 'Person', id: 'person-3' }))).toEqual([]);
    await salts.erase(PERSON);
    expect(await namesOf(recipients.of(PERSON))).toEqual([]);
    await disclose('after', [PERSON]);
    expect(await namesOf(recipients.of(PERSON))).toEqual(['after']);
    expect(await namesOf(recipients.of(OTHER))).toEqual(['before']);
  });

  it('leaves answers that left while it is read to the next question', async () => {
    await Promise.all(numbered(201).map((name) => disclose(name)));
    const leaves = recipients.of(PERSON);
    await leaves.next();
    await disclose('meanwhile');
    await index.caughtUp();
    expect(await namesOf(leaves)).toHaveLength(200);
    expect((await namesOf(recipients.of(PERSON))).at(-1)).toBe('meanwhile');
  });

  it('tells nothing while a leaf of the log is missing from the index', async () => {
    await disclose('first');
    expect(await namesOf(recipients.of(PERSON))).toEqual(['first']);
    await close();
    await disclose('second');
    const slow = {
      name: recorder.name,
      size: recorder.size,
      firstKept: recorder.firstKept,
      retention: recorder.retention,
      hasLeaf: recorder.hasLeaf.bind(recorder),
      leavesFrom: async (first: number, most: number) => {
        await new Promise((resolve) => setTimeout(resolve, 300));
        return recorder.leavesFrom(first, most);
      },
      onCommitted: () => () => undefined,
    };
    await open({ recorder: slow, patienceMs: 20 });
    await expect(namesOf(recipients.of(PERSON))).rejects.toMatchObject({ code: 'EVIDENCE_BEHIND' });
    await expect(namesOf(recipients.all())).rejects.toMatchObject({ code: 'EVIDENCE_BEHIND' });
  });
});
