import path from 'node:path';
import { readLog } from '../evidence/tamper';
import { type OpenFederation, openFederation } from '../federation/open-federation';
import { type Asking, RightsOffice } from '../federation/rights-office';
import { codeIn } from '../federation/rule-administration';

const ANALYST: Asking = ['analyst.col', 'MIGRATION_MANAGEMENT'];
const AGREEMENT = 'PAN:BORDER-MANAGEMENT';
const RECORDS = '{ crossingRecords(first: 3) { edges { node { id crossedOn sex station { code } } } } }';
const day = (text: string) => new Date(`${text}T12:00:00Z`);

/** Somebody whom Panama registered asks what is held about them, who received it, and that it be corrected and erased. */
describe('a person asks', () => {
  let federation: OpenFederation;
  let office: RightsOffice;
  let now = day('2026-01-15');
  let keys: string[] = [];
  let record = '';

  beforeAll(async () => {
    federation = await openFederation({ scale: 0.005, now: () => now, tokensAt: () => now });
    office = new RightsOffice(federation, () => now);
    keys = await keysSeen();
    record = office.internalId(keys[0] as string, {
      domain: 'panama-darien-flow',
      type: 'CrossingRecord',
      party: 'COL',
      purpose: 'MIGRATION_MANAGEMENT',
      agreement: AGREEMENT,
    });
  });
  afterAll(() => federation.close());

  const keysSeen = async (): Promise<string[]> => {
    const { body } = await office.ask(ANALYST, RECORDS);
    return body.data.crossingRecords.edges.map(({ node }: { node: { id: string } }) => node.id);
  };
  const open = (changes: object = {}, by?: Asking) =>
    office.open({ kind: 'ACCESS', record, receivedOn: '2026-01-15', clientKey: 'first', ...changes }, by);
  const opened = async (changes: object = {}) => (await open(changes)).body.data.openDarienFlowRightsCase;

  it('opens a case whose term the law sets, once for a client key, in the own office alone', async () => {
    const first = await opened();
    expect(first).toMatchObject({ kind: 'ACCESS', state: 'OPEN', deadline: '2026-01-29', overdue: false, version: 1 });
    expect(first.source).toContain('Ley 81');
    expect(await opened()).toEqual(first);
    expect(codeIn(await open({ kind: 'CANCELLATION' }))).toBe('BAD_INPUT');
    expect(codeIn(await open({ clientKey: 'x', record: 'nobody' }))).toBe('UNKNOWN_RECORD');
    expect(codeIn(await open({ clientKey: 'x', receivedOn: '2026-01-16' }))).toBe('BAD_INPUT');
    expect(codeIn(await open({ clientKey: 'x', receivedOn: '2026-02-30' }))).toBe('BAD_INPUT');
    expect(codeIn(await open({}, ['dpo.col', 'DATA_SUBJECT_RIGHTS']))).toBe('MUTATION_WITHHELD');
    expect(codeIn(await open({}, ['auditor.pan', 'AUDIT']))).toBe('MUTATION_WITHHELD');
  });

  it('refuses for a reason of the law alone, and for the kinds that the law has it for', async () => {
    const { id } = await opened();
    const refusal = { id, expectedVersion: 1, note: 'Kept by law', ground: 'LEGAL_DUTY' };
    expect(codeIn(await office.refuse(refusal))).toBe('RIGHTS_GROUND');
    const { body } = await office.refuse({ ...refusal, ground: 'BECAUSE' });
    expect([body.errors.length, body.data]).toEqual([1, undefined]);
  });

  it('whom nothing is held of has a case and a term too, and nothing of it can be corrected', async () => {
    const { id, version, deadline } = await opened({ record: null, clientKey: 'nobody' });
    expect(deadline).toBe('2026-01-29');
    const { body } = await office.collect(id);
    expect(body.data.collectDarienFlowRecord).toMatchObject({ record: null, disclosures: [], hasMore: false });
    expect(codeIn(await office.record(id, 'CORRECTED', version))).toBe('UNKNOWN_RECORD');
    const answered = await office.change('answer', { id, expectedVersion: version, note: 'Nothing is held' });
    expect(answered.body.data.answerDarienFlowRightsCase.state).toBe('ANSWERED');
  });

  it('a day is one where the office is', async () => {
    now = new Date('2026-01-16T03:00:00Z');
    expect(codeIn(await open({ clientKey: 'tomorrow', receivedOn: '2026-01-16' }))).toBe('BAD_INPUT');
    now = day('2026-01-15');
  });

  it('collects in one question what is held and to whom it was disclosed', async () => {
    const { id } = await opened();
    const { body } = await office.collect(id);
    const { record: held, disclosures, hasMore } = body.data.collectDarienFlowRecord;
    expect(held).toMatchObject({
      crossedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      nationality: expect.anything(),
    });
    expect(hasMore).toBe(false);
    expect(disclosures[0]).toEqual({
      at: now.toISOString(),
      party: 'COL',
      agency: 'MIGRACION_COLOMBIA',
      purpose: 'MIGRATION_MANAGEMENT',
      agreements: [AGREEMENT],
      fields: [
        { coordinate: 'CrossingRecord.crossedOn', level: 'month' },
        { coordinate: 'CrossingRecord.id', level: 'full' },
        { coordinate: 'CrossingRecord.sex', level: 'full' },
      ],
    });
  });

  it('shows what is held for the answer alone: administration gets the recipients, and no person', async () => {
    const { id } = await opened();
    const { body } = await office.collect(id, ['administrator.pan', 'POLICY_ADMINISTRATION']);
    expect(body.data.collectDarienFlowRecord.record).toBeNull();
    expect(body.data.collectDarienFlowRecord.disclosures[0].party).toBe('COL');
    expect(codeIn(await office.collect(id, ['dpo.usa', 'DATA_SUBJECT_RIGHTS']))).toBe('MUTATION_WITHHELD');
    expect(codeIn(await office.collect('nothing'))).toBe('UNKNOWN_RIGHTS_CASE');
  });

  it('lists the overdue first, then what ends soon', async () => {
    await opened({ kind: 'RECTIFICATION', receivedOn: '2026-01-02', clientKey: 'late' });
    const soon = (await office.list(14)).body.data.darienFlowRightsCases;
    expect(soon.map(({ kind, overdue }: { kind: string; overdue: boolean }) => [kind, overdue])).toEqual([
      ['RECTIFICATION', true],
      ['ACCESS', false],
    ]);
    expect((await office.list(3)).body.data.darienFlowRightsCases).toHaveLength(1);
    expect((await office.list(null, ['dpo.col', 'DATA_SUBJECT_RIGHTS'])).body.data.darienFlowRightsCases).toBeNull();
  });

  it('is answered or refused as it was read, and then no more; Panama may not extend', async () => {
    const { id } = await opened({ kind: 'OPPOSITION', clientKey: 'refused' });
    expect(codeIn(await office.change('extend', { id, expectedVersion: 1, note: 'Later' }))).toBe('RIGHTS_CASE_STATE');
    const refusal = { id, expectedVersion: 1, note: 'A duty to keep it', ground: 'LEGAL_DUTY' };
    expect(codeIn(await office.refuse({ ...refusal, note: ' ' }))).toBe('BAD_INPUT');
    const { body } = await office.refuse(refusal);
    expect(body.data.refuseDarienFlowRightsCase).toMatchObject({
      state: 'REFUSED',
      ground: 'LEGAL_DUTY',
      history: [{ did: 'OPENED' }, { did: 'REFUSED', by: 'dpo.pan' }],
    });
    expect(codeIn(await office.change('answer', { id, expectedVersion: 1, note: 'Sent' }))).toBe('VERSION_CONFLICT');
    expect(codeIn(await office.change('answer', { id, expectedVersion: 2, note: 'Sent' }))).toBe('RIGHTS_CASE_STATE');
    expect(codeIn(await office.record(id, 'ERASED', 2))).toBe('RIGHTS_CASE_STATE');
  });

  it('a correction is told to nobody before the next batch, and then as the own key and fields, without why', async () => {
    const { id, version } = await opened({ kind: 'RECTIFICATION', clientKey: 'rectify' });
    const recorded = (await office.record(id, 'CORRECTED', version)).body.data.recordDarienFlowCorrection;
    expect(recorded).toMatchObject({ what: 'CORRECTED', batch: '2026-01-19', keepsEn: null });
    expect((await office.record(id, 'CORRECTED', version)).body.data.recordDarienFlowCorrection).toEqual(recorded);
    now = new Date('2026-01-19T05:59:59Z');
    expect((await office.superseded(ANALYST)).body.data.darienFlowSupersededRecords).toEqual([]);
    expect(codeIn(await office.acknowledge(ANALYST, '2026-01-19'))).toBe('UNKNOWN_BATCH');
    now = new Date('2026-01-19T06:00:00Z');
    const [told, ...others] = (await office.superseded(ANALYST)).body.data.darienFlowSupersededRecords;
    expect(others).toEqual([]);
    expect(told).toEqual({
      key: keys[0],
      fields: ['CrossingRecord.crossedOn', 'CrossingRecord.id', 'CrossingRecord.sex'],
      batch: '2026-01-19',
      cursor: expect.any(String),
    });
    expect((await office.superseded(ANALYST, told.cursor)).body.data.darienFlowSupersededRecords).toEqual([]);
    expect(codeIn(await office.superseded(ANALYST, 'nothing'))).toBe('BAD_CURSOR');
  });

  it('is told to nobody else: not for another purpose, not to another party, not to another agency', async () => {
    for (const other of [
      ['protection.col', 'CHILD_PROTECTION'],
      ['protection.usa', 'CHILD_PROTECTION'],
    ] as const)
      expect((await office.superseded(other)).body.data.darienFlowSupersededRecords).toEqual([]);
    for (const other of [
      ['analyst.usa', 'MIGRATION_MANAGEMENT'],
      ['analyst.col', 'STATISTICS'],
    ] as const)
      expect((await office.superseded(other)).body.data.darienFlowSupersededRecords).toBeNull();
  });

  it('the recipient says that it heard, and that is evidence', async () => {
    const heard = (await office.acknowledge(ANALYST, '2026-01-19')).body.data.acknowledgeDarienFlowSuperseded;
    expect(heard).toMatchObject({ batch: '2026-01-19', agency: 'MIGRACION_COLOMBIA', records: 1 });
    expect(heard.acknowledgedAt).toBe(now.toISOString());
    now = new Date('2026-01-19T07:00:00Z');
    const again = (await office.acknowledge(ANALYST, '2026-01-19')).body.data.acknowledgeDarienFlowSuperseded;
    expect(again).toEqual(heard);
    expect((await office.batches()).body.data.darienFlowSupersededBatches).toEqual([heard]);
  });

  it('an erased record goes in the next batch, its recipients hear, and then its disclosures cannot be told from others', async () => {
    const { id, version } = await opened({ kind: 'CANCELLATION', clientKey: 'erase', receivedOn: '2026-01-19' });
    expect((await office.record(id, 'ERASED', version)).body.data.recordDarienFlowCorrection.batch).toBe('2026-01-26');
    expect(await keysSeen()).toEqual(keys);
    now = new Date('2026-01-26T06:00:00Z');
    const told = (await office.superseded(ANALYST)).body.data.darienFlowSupersededRecords;
    expect(told.map(({ key, batch }: { key: string; batch: string }) => [key, batch])).toEqual([
      [keys[0], '2026-01-19'],
      [keys[0], '2026-01-26'],
    ]);
    expect(await keysSeen()).not.toContain(keys[0]);
    const { body } = await office.collect(id);
    expect(body.data.collectDarienFlowRecord).toMatchObject({ record: null, disclosures: [] });
  });

  it('what recipients have to have deleted is told alike, with the batch of that week', async () => {
    now = day('2026-04-14');
    expect((await office.superseded(ANALYST, null, 100)).body.data.darienFlowSupersededRecords).toHaveLength(2);
    now = day('2026-04-20');
    const told = (await office.superseded(ANALYST, null, 100)).body.data.darienFlowSupersededRecords;
    const ofWeek = told.filter(({ batch }: { batch: string }) => batch === '2026-04-20');
    expect(ofWeek.map(({ key }: { key: string }) => key).sort()).toEqual([...keys.slice(1)].sort());
    for (const { fields } of ofWeek)
      expect(fields).toEqual(['CrossingRecord.crossedOn', 'CrossingRecord.id', 'CrossingRecord.sex']);
  });

  it('the evidence holds the acknowledgement once, with no key and no id', async () => {
    const { segments } = readLog(path.join(federation.dataDirectory, 'evidence', 'panama-darien-flow'));
    const text = [...segments.values()].join('');
    const leaves = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const heard = leaves.filter(({ kind }) => kind === 'ACKNOWLEDGEMENT');
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({
      batch: '2026-01-19',
      records: 1,
      purpose: 'MIGRATION_MANAGEMENT',
      requester: { party: 'COL', id: 'analyst.col' },
    });
    expect(text).not.toContain(record);
    expect(text).not.toContain(keys[0]);
  });
});
