import { AccessDesk } from '../federation/access-desk';
import { type OpenFederation, openFederation } from '../federation/open-federation';
import { codeIn, RuleAdministration } from '../federation/rule-administration';

const BORDER = 'agreements/border-management.pan.yaml';
const DAY = 86_400_000;
const MAX_OPEN_REQUESTS = 50;
const ANALYST = { as: 'analyst.col', purpose: 'MIGRATION_MANAGEMENT' } as const;
const INVESTIGATOR = { as: 'investigator.usa', purpose: 'ENFORCEMENT' } as const;
const STATION = 'CrossingRecord.station';
const NEW_AGREEMENT = {
  titleEn: 'Stations',
  titleEs: 'Estaciones',
  legalGroundEn: 'A law',
  legalGroundEs: 'Una ley',
  from: '2026-01-01',
  to: '2029-01-01',
  deleteBy: 'P30D',
  passingOnEn: 'To nobody.',
  passingOnEs: 'A nadie.',
};

/** Somebody got a notice and asks; the owner finds it in the inbox, with what else waits. */
describe('an inbox', () => {
  let federation: OpenFederation;
  let rules: RuleAdministration;
  let desk: AccessDesk;

  beforeAll(async () => {
    federation = await openFederation({ governed: true, scale: 0.005 });
    rules = new RuleAdministration(federation);
    desk = new AccessDesk(federation);
  });
  afterAll(() => federation.close());

  const draftOf = async (change: (text: string) => string) => {
    const { number } = await rules.rulesOf('PAN');
    const documents = await rules.changed('PAN', BORDER, change);
    const answer = await rules.draft('administrator.pan', { owner: 'PAN', documents, expectedNumber: number });
    return answer.body.data.draftRules;
  };
  const publish = async (draft: { id: string; payload: string }) =>
    rules.publish('administrator.pan', draft.id, await rules.signed(draft.payload));
  const published = async (id: string) => {
    const query =
      'query ($id: ID!) { ruleDraft(id: $id) { id payload changeHash state showsMore { code coordinate } } }';
    const draft = (await rules.ask('administrator.pan', query, { id })).body.data.ruleDraft;
    await rules.approve('deputy.pan', id, draft.changeHash);
    return publish(draft);
  };
  const station = async (as = ANALYST.as) => {
    const query = '{ crossingRecords(first: 1) { edges { node { station { code } } } } }';
    return (await federation.ask({ ...ANALYST, as, query })).body;
  };
  const requested = async (asked = { coordinate: STATION, level: 'exact' }) =>
    (await desk.request(ANALYST, asked)).body.data.requestAccess;

  it('a field is asked for, granted by a second person, and answered to exactly who asked', async () => {
    const before = await station();
    expect(before.extensions.notices).toContainEqual(
      expect.objectContaining({ coordinate: STATION, code: 'WITHHELD' }),
    );
    const request = await requested();
    expect(request).toMatchObject({ owner: 'PAN', state: 'OPEN', party: 'COL', askedBy: 'analyst.col', draft: null });

    const [item] = await desk.items('administrator.pan', 'ACCESS_REQUEST');
    expect(item).toMatchObject({ owner: 'PAN', until: null, accessRequest: { id: request.id, reason: 'A test' } });
    expect(item.accessRequest.askedBy).toBeNull();
    expect([item.whatToDoEn, item.whatToDoEs]).toEqual([
      expect.stringContaining('Decline the request'),
      expect.stringContaining('Rechace la solicitud'),
    ]);

    const drafted = (await desk.draft('administrator.pan', { id: request.id, agreement: 'BORDER-MANAGEMENT' })).body
      .data.draftAccess;
    expect(drafted).toMatchObject({ state: 'DRAFTED', draft: expect.any(String) });
    expect((await desk.mine(ANALYST)).body.data.myAccessRequests[0]).toMatchObject({ state: 'DRAFTED', draft: null });
    const [approval] = await desk.items('deputy.pan', 'APPROVAL_WAITING');
    expect(approval.draft).toMatchObject({
      id: drafted.draft,
      showsMore: [{ code: 'GRANTED', coordinate: STATION }],
      note: expect.stringContaining(request.id),
    });

    const grants = (await published(drafted.draft)).body.data.publishRules;
    expect(grants.owner).toBe('PAN');
    expect((await desk.mine(ANALYST)).body.data.myAccessRequests[0]).toMatchObject({
      state: 'GRANTED',
      answeredAt: expect.stringMatching(/^\d{4}-/),
    });
    expect(await desk.items('administrator.pan', 'ACCESS_REQUEST')).toEqual([]);
    expect(await desk.items('administrator.col', 'ACCESS_REQUEST')).toEqual([
      expect.objectContaining({ whatToDoEn: expect.stringContaining('granted') }),
    ]);
    const after = await station();
    expect(after.data.crossingRecords.edges[0].node.station).not.toBeNull();
    expect(after.extensions.notices).not.toContainEqual(
      expect.objectContaining({ coordinate: STATION, code: 'WITHHELD' }),
    );
  });

  it('what was granted stands in the rules as text, and nothing else changed there', async () => {
    const { documents } = await rules.rulesOf('PAN');
    const border = documents.find(({ name }) => name === BORDER)?.text ?? '';
    const [request] = (await desk.mine(ANALYST)).body.data.myAccessRequests;
    expect(border.split('PAN-REQUEST-')).toHaveLength(2);
    expect(border).toContain(`  - id: PAN-REQUEST-${request.id.slice(0, 8).toUpperCase()}
    fields: { CrossingRecord: [ station ] }
    audience: { parties: [ COL ], agencies: [ MIGRACION_COLOMBIA ], roles: [ ANALYST ] }
    purposes: [ MIGRATION_MANAGEMENT ]
    level: exact
`);
    expect(border).toMatch(/^# What Panama shares of its crossing records/);
  });

  it('a draft waits for a second person: its author is not told to approve it, another party of nothing', async () => {
    const draft = await draftOf((text) => text.replace('to: 2027-08-26', 'to: 2028-08-26'));
    const waiting = async (as: string) =>
      (await desk.items(as, 'APPROVAL_WAITING')).map(({ draft: { id }, whatToDoEn }) => [id, whatToDoEn]);
    expect(await waiting('administrator.pan')).toEqual([]);
    expect(await waiting('deputy.pan')).toEqual([[draft.id, expect.stringContaining('approve it as it is')]]);
    expect(await waiting('dpo.pan')).toEqual([[draft.id, expect.stringContaining('you may look')]]);
    expect(await waiting('administrator.col')).toEqual([]);
    await rules.approve('deputy.pan', draft.id, draft.changeHash);
    expect(await waiting('dpo.pan')).toEqual([]);
    await rules.withdraw('administrator.pan', draft.id);
  });

  it('an agreement that ends is told of to its owner and its partners, with what goes with it', async () => {
    const end = new Date(Math.floor(Date.now() / DAY) * DAY + 20 * DAY).toISOString().slice(0, 10);
    await publish(await draftOf((text) => text.replace(/^to: .*$/m, `to: ${end}`)));
    const [owners] = await desk.items('administrator.pan', 'AGREEMENT_LAPSES');
    expect(owners).toMatchObject({ agreement: 'BORDER-MANAGEMENT', withinDays: 30, until: `${end}T00:00:00.000Z` });
    expect(owners.whatToDoEn).toMatch(/later end/);
    const [partners] = await desk.items('dpo.col', 'AGREEMENT_LAPSES');
    expect(partners.whatToDoEn).toMatch(/Ask the agreement's owner/);
    for (const { lost } of [owners, partners]) {
      expect(lost.flatMap(({ coordinates }: { coordinates: string[] }) => coordinates)).toContain(STATION);
      for (const row of lost) expect(row).toMatchObject({ parties: ['COL'], after: 'none', change: 'LOSES' });
    }
    expect(await desk.items('administrator.usa', 'AGREEMENT_LAPSES')).toEqual([]);
  });

  it('and with the questions that go blank: its own by name, of others how many there are', async () => {
    const input = {
      name: 'stations',
      titleEn: 'Stations',
      titleEs: 'Estaciones',
      query: '{ crossingRecords(first: 1) { edges { node { station { name } } } } }',
      purpose: 'MIGRATION_MANAGEMENT',
      roles: ['ANALYST'],
      clientKey: 'stations',
    };
    const save = 'mutation ($input: SaveQuestionInput!) { saveQuestion(input: $input) { name } }';
    expect((await rules.ask('administrator.col', save, { input })).body.data.saveQuestion.name).toBe('stations');
    const query =
      '{ inbox(first: 10) { edges { node { kind questions { own { question { name } changes { after } } others { party questions } } } } } }';
    const questionsFor = async (as: string) => {
      const { edges } = (await rules.ask(as, query)).body.data.inbox;
      return edges
        .map(({ node }: { node: { kind: string; questions: unknown } }) => node)
        .find(({ kind }: { kind: string }) => kind === 'AGREEMENT_LAPSES').questions;
    };
    const own = await questionsFor('dpo.col');
    expect(own).toMatchObject({ own: [{ question: { name: 'stations' } }], others: [] });
    expect(own.own[0].changes).toContainEqual({ after: 'none' });
    expect(await questionsFor('administrator.pan')).toEqual({ own: [], others: [{ party: 'COL', questions: 1 }] });
  });

  it('a request is declined with a reason, and both sides know', async () => {
    const request = await requested({ coordinate: 'CrossingRecord.unaccompaniedChild', level: 'full' });
    expect(codeIn(await desk.decline('administrator.col', request.id))).toBe('UNKNOWN_ACCESS_REQUEST');
    expect(codeIn(await desk.decline('administrator.pan', request.id, '  '))).toBe('BAD_INPUT');
    const declined = (await desk.decline('administrator.pan', request.id, 'Not for border work')).body.data
      .declineAccess;
    expect(declined).toMatchObject({ state: 'DECLINED', answerReason: 'Not for border work' });
    expect(codeIn(await desk.decline('deputy.pan', request.id))).toBe('ACCESS_REQUEST_CLOSED');
    expect((await desk.mine(ANALYST)).body.data.myAccessRequests[0]).toMatchObject({
      state: 'DECLINED',
      answerReason: 'Not for border work',
    });
    expect(
      (await desk.items('dpo.col', 'ACCESS_REQUEST')).map(({ accessRequest: { id, askedBy } }) => [id, askedBy]),
    ).toContainEqual([request.id, 'analyst.col']);
  });

  it('a field that the requester cannot know of is refused as one that does not exist', async () => {
    const refusal = async (coordinate: string) => {
      const { status, body } = await desk.request(ANALYST, { coordinate });
      return JSON.stringify([status, body.errors]);
    };
    const invented = await refusal('CrossingRecord.asylumClain');
    expect(invented).toContain('UNKNOWN_COORDINATE');
    for (const hidden of ['CrossingRecord.asylumClaim', 'CrossingRecord.specificNeeds', 'Nothing.at', '', 'a b'])
      expect(await refusal(hidden)).toBe(invented);
    const officer = await desk.request(
      { as: 'protection.pan', purpose: 'CHILD_PROTECTION' },
      { coordinate: 'CrossingRecord.asylumClaim' },
    );
    expect(officer.body.data.requestAccess.state).toBe('OPEN');
  });

  it('refuses with one clear error what cannot be asked for', async () => {
    const code = async (asked: Parameters<AccessDesk['request']>[1]) => codeIn(await desk.request(ANALYST, asked));
    expect(await code({ coordinate: 'CrossingRecord.direction' })).toBe('GRANTED_ALREADY');
    expect(await code({ coordinate: 'MonthlyCrossings.month' })).toBe('GRANTED_ALREADY');
    expect(await code({ coordinate: 'Nationality.code' })).toBe('BAD_INPUT');
    expect(await code({ coordinate: 'PageInfo.hasNextPage' })).toBe('BAD_INPUT');
    expect(await code({ coordinate: 'CrossingRecord.fullName', level: 'month' })).toBe('BAD_INPUT');
    expect(await code({ coordinate: 'CrossingRecord.fullName', level: 'none' })).toBe('BAD_INPUT');
    expect(await code({ coordinate: 'CrossingRecord.fullName', reason: 'x'.repeat(1001) })).toBe('BAD_INPUT');
    expect(await code({ coordinate: 'CrossingRecord.fullName', reason: ' ' })).toBe('BAD_INPUT');
    expect(await code({ coordinate: 'CrossingRecord.fullName', clientKey: 'a b' })).toBe('BAD_INPUT');
    expect(await code({ coordinate: 'CrossingRecord.fullName', purpose: 'ENFORCEMENT' })).toBe('PURPOSE_NOT_GRANTED');
    const dashboard = await desk.request(
      { as: 'dashboard.usa', purpose: 'STATISTICS' },
      { coordinate: 'CrossingRecord.sex' },
    );
    expect(codeIn(dashboard)).toBe('MUTATION_WITHHELD');
  });

  it('is written once for a key, and seen and withdrawn by who asked alone', async () => {
    const asked = { coordinate: 'CrossingRecord.sex', clientKey: 'the-same' };
    const [first, again] = [await desk.request(INVESTIGATOR, asked), await desk.request(INVESTIGATOR, asked)];
    const { id } = first.body.data.requestAccess;
    expect(again.body.data.requestAccess.id).toBe(id);
    expect(codeIn(await desk.request(INVESTIGATOR, { ...asked, reason: 'Another' }))).toBe('BAD_INPUT');
    expect((await desk.mine(INVESTIGATOR)).body.data.myAccessRequests).toHaveLength(1);
    expect(codeIn(await desk.withdraw(ANALYST, id))).toBe('UNKNOWN_ACCESS_REQUEST');
    expect((await desk.withdraw(INVESTIGATOR, id)).body.data.withdrawAccessRequest.state).toBe('WITHDRAWN');
    expect(codeIn(await desk.withdraw(INVESTIGATOR, id))).toBe('ACCESS_REQUEST_CLOSED');
    expect(codeIn(await desk.draft('administrator.pan', { id, agreement: 'BORDER-MANAGEMENT' }))).toBe(
      'ACCESS_REQUEST_CLOSED',
    );
  });

  it('is granted in an agreement that fits, an old one or a new one, and drafted once', async () => {
    const { id } = await requested({ coordinate: 'CrossingRecord.officerNotes', level: 'full' });
    const code = async (input: { agreement: string; newAgreement?: object }, as = 'administrator.pan') =>
      codeIn(await desk.draft(as, { id, ...input }));
    expect(await code({ agreement: 'NOWHERE' })).toBe('UNKNOWN_AGREEMENT');
    expect(await code({ agreement: 'PAN-DOMESTIC' })).toBe('RULES_INVALID');
    expect(await code({ agreement: 'PAN-DOMESTIC', newAgreement: NEW_AGREEMENT })).toBe('BAD_INPUT');
    expect(await code({ agreement: 'no id', newAgreement: NEW_AGREEMENT })).toBe('BAD_INPUT');
    expect(await code({ agreement: 'NOTES', newAgreement: { ...NEW_AGREEMENT, to: 'never' } })).toBe('RULES_INVALID');
    expect(await code({ agreement: 'NOTES', newAgreement: NEW_AGREEMENT }, 'administrator.usa')).toBe(
      'UNKNOWN_ACCESS_REQUEST',
    );
    const input = { id, agreement: 'NOTES', newAgreement: NEW_AGREEMENT, clientKey: 'notes' };
    const drafted = (await desk.draft('administrator.pan', input)).body.data.draftAccess;
    expect((await desk.draft('administrator.pan', input)).body.data.draftAccess.draft).toBe(drafted.draft);
    expect(await code({ agreement: 'BORDER-MANAGEMENT' }, 'deputy.pan')).toBe('ACCESS_REQUEST_CLOSED');
    expect(codeIn(await desk.decline('administrator.pan', id))).toBe('ACCESS_REQUEST_CLOSED');
    const query = 'query ($id: ID!) { ruleDraft(id: $id) { documents { name text } } }';
    const { documents } = (await rules.ask('deputy.pan', query, { id: drafted.draft })).body.data.ruleDraft;
    expect(documents.map(({ name }: { name: string }) => name)).toContain('agreements/notes.pan.yaml');
    await rules.withdraw('deputy.pan', drafted.draft);
    expect((await desk.mine(ANALYST)).body.data.myAccessRequests[0].state).toBe('OPEN');
    expect((await desk.decline('administrator.pan', id)).body.data.declineAccess.state).toBe('DECLINED');
  });

  it('an agency has so many requests open, also when they come at once', async () => {
    const asked = Array.from({ length: MAX_OPEN_REQUESTS + 3 }, () =>
      desk.request({ as: 'analyst.usa', purpose: 'STATISTICS' }, { coordinate: 'CrossingRecord.sex' }),
    );
    const codes = (await Promise.all(asked)).map(codeIn);
    expect(codes.filter((code) => code === undefined)).toHaveLength(MAX_OPEN_REQUESTS);
    expect(codes.filter((code) => code === 'TOO_MANY_ACCESS_REQUESTS')).toHaveLength(3);
    expect((await desk.items('administrator.pan', 'ACCESS_REQUEST')).length).toBeGreaterThanOrEqual(MAX_OPEN_REQUESTS);
    // Another agency of the same party is not kept from asking.
    expect(codeIn(await desk.request(INVESTIGATOR, { coordinate: 'CrossingRecord.sex' }))).toBeUndefined();
  });

  it('is read page by page, in one order, by administrators and data-protection officers alone', async () => {
    const all = (await desk.inbox('administrator.pan')).body.data.inbox.edges;
    expect(all.length).toBeGreaterThan(4);
    const ids: string[] = [];
    for (let after: string | null = null; ids.length < 4; ) {
      const page: any = (await desk.inbox('administrator.pan', `(first: 1${after ? `, after: "${after}"` : ''})`)).body
        .data.inbox;
      ids.push(page.edges[0].node.id);
      after = page.pageInfo.endCursor;
      expect(page.pageInfo.hasNextPage).toBe(true);
    }
    expect(ids).toEqual(all.slice(0, 4).map(({ node }: { node: { id: string } }) => node.id));
    expect(codeIn(await desk.inbox('administrator.pan', '(first: 1, after: "x")'))).toBe('BAD_CURSOR');
    const auditor = await federation.ask({
      as: 'auditor.pan',
      purpose: 'AUDIT',
      query: '{ inbox { edges { cursor } } }',
    });
    expect(auditor.body.data.inbox).toBeNull();
    expect(auditor.body.extensions.notices[0]).toMatchObject({ coordinate: 'Query.inbox', code: 'WITHHELD' });
  });
});
