import { AccessDesk } from '../federation/access-desk';
import { type OpenFederation, openFederation } from '../federation/open-federation';
import { codeIn, RuleAdministration } from '../federation/rule-administration';

const BORDER = 'agreements/border-management.pan.yaml';
const NAME = 'PAN:BORDER-MANAGEMENT';
const ANALYST = { as: 'analyst.col', purpose: 'MIGRATION_MANAGEMENT' } as const;
const HOUR = 3_600_000;
const STATION = 'CrossingRecord.station';
const BREAK_GLASS = `  - id: PAN-BORDER-EMERGENCY
    fields: { Query: [crossingRecords], CrossingRecord: [station] }
    audience: { parties: [COL], agencies: [MIGRACION_COLOMBIA], roles: [ANALYST, ADMINISTRATOR] }
    purposes: [MIGRATION_MANAGEMENT]
    level: full
    breakGlass: { hours: 4 }
`;
const OPENING =
  '{ id owner agreement party agency person purpose caseReference reason openedAt until state finding note }';

/** Panama allowed beforehand that its border agreement is opened in an emergency, and somebody does. */
describe('break-glass', () => {
  let federation: OpenFederation;
  let rules: RuleAdministration;
  let desk: AccessDesk;
  let ahead = 0;
  let keys = 0;

  beforeAll(async () => {
    const now = () => new Date(Date.now() + ahead);
    federation = await openFederation({ governed: true, scale: 0.005, now, tokensAt: now });
    rules = new RuleAdministration(federation);
    desk = new AccessDesk(federation);
  });
  afterAll(() => federation.close());

  const station = async (asked: { as: string; purpose: 'MIGRATION_MANAGEMENT' | 'STATISTICS' } = ANALYST) => {
    const query = '{ crossingRecords(first: 1) { edges { node { station { code } } } } }';
    const { body } = await federation.ask({ ...asked, query });
    return { shown: body.data?.crossingRecords?.edges[0]?.node.station ?? null, notices: body.extensions.notices };
  };
  const open = (changes: Record<string, unknown> = {}, as: string = ANALYST.as, purpose = ANALYST.purpose) => {
    const query = `mutation ($agreement: String!, $caseReference: String!, $reason: String!, $clientKey: String!) {
      openBreakGlass(agreement: $agreement, caseReference: $caseReference, reason: $reason, clientKey: $clientKey) ${OPENING}
    }`;
    const defaults = {
      agreement: NAME,
      caseReference: 'CASE-7',
      reason: 'A boat is missing',
      clientKey: `open-${keys++}`,
    };
    return federation.ask({ as, purpose, query, variables: { ...defaults, ...changes } });
  };
  const end = (as: string, id: string) =>
    rules.ask(as, `mutation ($id: ID!) { endBreakGlass(id: $id) ${OPENING} }`, { id });
  const review = (as: string, id: string, note = 'As agreed') =>
    rules.ask(
      as,
      `mutation ($id: ID!, $note: String!) { reviewBreakGlass(id: $id, finding: JUSTIFIED, note: $note) ${OPENING} }`,
      { id, note },
    );
  const mine = async () =>
    (await federation.ask({ ...ANALYST, query: `{ myBreakGlassOpenings ${OPENING} }` })).body.data.myBreakGlassOpenings;
  const kindsIn = async (as: string) =>
    [...(await desk.items(as, 'BREAK_GLASS_OPENED')), ...(await desk.items(as, 'BREAK_GLASS_TO_REVIEW'))].map(
      ({ kind, opening }) => [kind, opening.id],
    );

  it('nothing can be opened that its owner did not allow', async () => {
    expect(codeIn(await open())).toBe('NO_BREAK_GLASS');
    expect(codeIn(await open({ agreement: 'PAN:NOWHERE' }))).toBe('NO_BREAK_GLASS');
  });

  it('that it can be opened shows more, so a second person approves it; then still nothing more is shown', async () => {
    const { number } = await rules.rulesOf('PAN');
    const documents = await rules.changed('PAN', BORDER, (text) => `${text}${BREAK_GLASS}`);
    const { body } = await rules.draft('administrator.pan', { owner: 'PAN', documents, expectedNumber: number });
    const draft = body.data.draftRules;
    expect(draft).toMatchObject({
      state: 'AWAITING_APPROVAL',
      showsMore: ['Query.crossingRecords', STATION].map((coordinate) => ({
        code: 'GRANTED',
        rule: 'PAN-BORDER-EMERGENCY',
        coordinate,
      })),
    });
    const gained = draft.changes.flatMap(({ coordinates }: { coordinates: string[] }) => coordinates);
    expect(new Set(gained)).toEqual(new Set(['Query.crossingRecords', STATION]));
    for (const change of draft.changes)
      expect(change).toMatchObject({ parties: ['COL'], openings: ['after break-glass'], change: 'GAINS' });
    await rules.approve('deputy.pan', draft.id, draft.changeHash);
    await rules.publish('administrator.pan', draft.id, await rules.signed(draft.payload));
    const { shown, notices } = await station();
    expect(shown).toBeNull();
    expect(notices).toContainEqual(expect.objectContaining({ coordinate: STATION, code: 'WITHHELD' }));
  });

  it('is opened by a person of its audience, for the purpose that they state, with a case and a reason', async () => {
    expect(codeIn(await open({ caseReference: 'a b' }))).toBe('BAD_INPUT');
    expect(codeIn(await open({ reason: ' ' }))).toBe('BAD_INPUT');
    expect(codeIn(await open({}, 'analyst.usa'))).toBe('NO_BREAK_GLASS');
    expect(codeIn(await open({}, ANALYST.as, 'STATISTICS' as never))).toBe('NO_BREAK_GLASS');
    const opened = (await open({ clientKey: 'emergency' })).body.data.openBreakGlass;
    expect(opened).toMatchObject({
      owner: 'PAN',
      agreement: 'BORDER-MANAGEMENT',
      person: 'analyst.col',
      state: 'OPEN',
    });
    expect(Date.parse(opened.until) - Date.parse(opened.openedAt)).toBe(4 * HOUR);
    expect((await open({ clientKey: 'emergency' })).body.data.openBreakGlass.id).toBe(opened.id);
    expect(codeIn(await open({ clientKey: 'emergency', reason: 'Another' }))).toBe('BAD_INPUT');
    expect(codeIn(await open())).toBe('BREAK_GLASS_OPEN');
  });

  it('is in force for that person at once, on both sides of the border, and every answer says so', async () => {
    const { shown, notices } = await station();
    expect(shown).not.toBeNull();
    expect(notices).toContainEqual(
      expect.objectContaining({
        code: 'BREAK_GLASS',
        coordinate: STATION,
        rule: 'PAN-BORDER-EMERGENCY',
        agreements: ['BORDER-MANAGEMENT'],
      }),
    );
    for (const asked of [
      { as: 'administrator.col', purpose: 'MIGRATION_MANAGEMENT' },
      { as: 'analyst.usa', purpose: 'MIGRATION_MANAGEMENT' },
      { as: ANALYST.as, purpose: 'STATISTICS' },
    ] as const)
      expect((await station(asked)).shown).toBeNull();
  });

  it("is one person's alone: another of the audience opens it for themselves", async () => {
    const administrator = { as: 'administrator.col', purpose: 'MIGRATION_MANAGEMENT' } as const;
    const { id } = (await open({}, administrator.as)).body.data.openBreakGlass;
    const { shown, notices } = await station(administrator);
    expect(shown).not.toBeNull();
    expect(notices.filter(({ code }: { code: string }) => code === 'BREAK_GLASS')).toHaveLength(2);
    await end('administrator.pan', id);
    await review('administrator.pan', id);
    expect((await station(administrator)).shown).toBeNull();
    expect((await station()).shown).not.toBeNull();
  });

  it('is announced to the owner at once, and to nobody else', async () => {
    const [item] = await desk.items('dpo.pan', 'BREAK_GLASS_OPENED');
    expect(item).toMatchObject({
      owner: 'PAN',
      whatToDoEn: expect.stringContaining('End the opening at once'),
      opening: { caseReference: 'CASE-7', reason: 'A boat is missing', person: 'analyst.col', state: 'OPEN' },
    });
    expect(item.until).toBe(item.opening.until);
    expect(await kindsIn('administrator.col')).toEqual([]);
    expect(await kindsIn('administrator.usa')).toEqual([]);
  });

  it('is ended by its owner alone, at once, and then awaits a finding', async () => {
    const [{ id }] = await mine();
    expect(codeIn(await end('administrator.usa', id))).toBe('UNKNOWN_OPENING');
    expect(codeIn(await review('dpo.pan', id))).toBe('OPENING_STATE');
    expect((await end('dpo.pan', id)).body.data.endBreakGlass.state).toBe('TO_REVIEW');
    const { shown, notices } = await station();
    expect(shown).toBeNull();
    expect(notices).toContainEqual(expect.objectContaining({ coordinate: STATION, code: 'WITHHELD' }));
    expect(codeIn(await end('administrator.pan', id))).toBe('OPENING_STATE');
    expect(await kindsIn('administrator.pan')).toEqual([['BREAK_GLASS_TO_REVIEW', id]]);
  });

  it('is reviewed by its owner alone, once, and the person reads the finding', async () => {
    const [{ id }] = await mine();
    expect(codeIn(await review('administrator.col', id))).toBe('UNKNOWN_OPENING');
    expect(codeIn(await review('administrator.pan', id, ' '))).toBe('BAD_INPUT');
    expect((await review('administrator.pan', id)).body.data.reviewBreakGlass.state).toBe('REVIEWED');
    expect(codeIn(await review('dpo.pan', id))).toBe('OPENING_STATE');
    expect(await kindsIn('administrator.pan')).toEqual([]);
    expect(await mine()).toEqual([
      expect.objectContaining({ state: 'REVIEWED', finding: 'JUSTIFIED', note: 'As agreed' }),
    ]);
  });

  it('ends by itself, and one that nobody reviewed for seven days keeps its person from the next', async () => {
    const { id, until } = (await open()).body.data.openBreakGlass;
    expect((await station()).shown).not.toBeNull();
    ahead = Date.parse(until) - Date.now() + 1;
    await inTouch();
    expect((await station()).shown).toBeNull();
    expect(await kindsIn('administrator.pan')).toEqual([['BREAK_GLASS_TO_REVIEW', id]]);
    // Not yet seven days: the emergency goes on, and the owner has both to review.
    const next = (await open()).body.data.openBreakGlass;
    expect((await station()).shown).not.toBeNull();
    await end('administrator.pan', next.id);
    ahead += 7 * 24 * HOUR;
    await inTouch();
    expect(codeIn(await open())).toBe('BREAK_GLASS_UNREVIEWED');
    for (const one of [id, next.id]) await review('dpo.pan', one);
    expect((await open()).body.data.openBreakGlass.state).toBe('OPEN');
    expect((await station()).shown).not.toBeNull();
  }, 90_000);

  /** After a leap of the clock a point withholds until it has asked again whether its rules are the newest. */
  async function inTouch(): Promise<void> {
    const query = '{ ruleOwners { code } myBreakGlassOpenings { id } }';
    for (;;) {
      const { body } = await federation.ask({ as: 'administrator.pan', purpose: 'POLICY_ADMINISTRATION', query });
      const open = (
        await federation.ask({ ...ANALYST, query: '{ crossingRecords(first: 1) { edges { node { sex } } } }' })
      ).body;
      if (body.data?.ruleOwners && body.data.myBreakGlassOpenings && open.data?.crossingRecords?.edges[0]?.node.sex)
        return;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
});
