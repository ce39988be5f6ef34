import { type OpenFederation, openFederation } from '../federation/open-federation';
import { codeIn, RuleAdministration } from '../federation/rule-administration';

const BORDER = 'agreements/border-management.pan.yaml';
const QUESTION = {
  as: 'analyst.col',
  purpose: 'MIGRATION_MANAGEMENT',
  query: '{ crossingRecords(first: 1) { edges { node { sex } } } }',
} as const;

const withoutSex = (text: string): string => text.replace('nationality, sex,', 'nationality,');
const withSex = (text: string): string => text.replace('nationality,', 'nationality, sex,');

/** Panama's administrators change what Colombia's analysts see; nobody else can. */
describe('rules are drafted, approved, signed and published', () => {
  let federation: OpenFederation;
  let rules: RuleAdministration;

  beforeAll(async () => {
    federation = await openFederation({ governed: true, scale: 0.005 });
    rules = new RuleAdministration(federation);
  });
  afterAll(() => federation.close());

  const sex = async () => (await federation.ask(QUESTION)).body.data.crossingRecords.edges[0].node.sex;
  const draftOf = async (change: (text: string) => string) => {
    const { number } = await rules.rulesOf('PAN');
    const documents = await rules.changed('PAN', BORDER, change);
    const answer = await rules.draft('administrator.pan', { owner: 'PAN', documents, expectedNumber: number });
    return answer.body.data.draftRules;
  };

  it('one person publishes what only withholds, and it is in force at every point when that is acknowledged', async () => {
    expect(await sex()).toMatch(/MALE$/);
    const draft = await draftOf(withoutSex);
    expect(draft).toMatchObject({ state: 'READY_TO_PUBLISH', showsMore: [] });
    expect(draft.changes).toEqual([
      {
        coordinates: ['CrossingRecord.sex'],
        parties: ['COL'],
        openings: ['as ever'],
        before: 'full',
        after: 'none',
        change: 'LOSES',
      },
    ]);
    const { body } = await rules.publish('administrator.pan', draft.id, await rules.signed(draft.payload));
    expect(body.data.publishRules).toMatchObject({ owner: 'PAN', number: draft.number, newest: true });
    expect(body.data.publishRules.points).toHaveLength(federation.subgraphs.length + 1);
    for (const point of body.data.publishRules.points)
      expect(point).toMatchObject({ confirmed: true, reachable: true, notInForce: [] });
    expect(await sex()).toBeNull();
  });

  it('showing more needs a second person of the same owner, for this very change', async () => {
    const draft = await draftOf(withSex);
    expect(draft).toMatchObject({ state: 'AWAITING_APPROVAL' });
    expect(draft.showsMore).toEqual([
      { code: 'GRANTED', rule: 'PAN-BORDER-RECORDS', coordinate: 'CrossingRecord.sex' },
    ]);
    const signed = await rules.signed(draft.payload);
    const publish = (as: string) => rules.publish(as, draft.id, signed);
    const approve = (as: string, hash: string) => rules.approve(as, draft.id, hash);
    expect(codeIn(await publish('administrator.pan'))).toBe('APPROVAL_NEEDED');
    expect(codeIn(await approve('administrator.pan', draft.changeHash))).toBe('OWN_APPROVAL');
    expect(codeIn(await approve('deputy.pan', 'another change'))).toBe('CHANGE_DIFFERS');
    expect(codeIn(await approve('administrator.col', draft.changeHash))).toBe('UNKNOWN_DRAFT');
    expect(codeIn(await publish('administrator.pan'))).toBe('APPROVAL_NEEDED');
    const approved = (await approve('deputy.pan', draft.changeHash)).body.data.approveRules;
    expect(approved).toMatchObject({
      state: 'READY_TO_PUBLISH',
      approvals: [{ by: { id: 'deputy.pan' }, counts: true }],
    });
    expect(await sex()).toBeNull();
    expect((await publish('administrator.pan')).body.data.publishRules.number).toBe(draft.number);
    expect(await sex()).toMatch(/MALE$/);
  });

  it('an approval counts no more once the change would do something else', async () => {
    const hidden = await draftOf(withoutSex);
    await rules.publish('administrator.pan', hidden.id, await rules.signed(hidden.payload));
    const draft = await draftOf(withSex);
    await rules.approve('deputy.pan', draft.id, draft.changeHash);
    const { number } = await rules.rulesOf('COL');
    const { documents } = await rules.rulesOf('COL');
    const others = documents.filter(({ name }) => name !== 'guardrails/regularization.col.yaml');
    const theirs = (await rules.draft('administrator.col', { owner: 'COL', documents: others, expectedNumber: number }))
      .body.data.draftRules;
    await rules.approve('deputy.col', theirs.id, theirs.changeHash);
    await rules.publish('administrator.col', theirs.id, await rules.signed(theirs.payload));
    // What Colombia changed does not touch what this draft does, so the approval still counts.
    expect(
      (await rules.publish('administrator.pan', draft.id, await rules.signed(draft.payload))).body.data.publishRules
        .number,
    ).toBe(draft.number);
  });

  it('two who write at once: the second is told so, and loses nothing of the first', async () => {
    const [first, second] = [
      await draftOf(withoutSex),
      await draftOf((text) => text.replace('nationality, sex,', 'sex,')),
    ];
    await rules.publish('administrator.pan', first.id, await rules.signed(first.payload));
    const refused = await rules.publish('administrator.pan', second.id, await rules.signed(second.payload));
    expect([codeIn(refused), refused.body.errors[0].message]).toEqual([
      'DRAFT_OUTDATED',
      expect.stringContaining(`Rule set ${first.number} of PAN`),
    ]);
    expect(await sex()).toBeNull();
    const late = await rules.draft('administrator.pan', {
      owner: 'PAN',
      documents: (await rules.rulesOf('PAN')).documents,
      expectedNumber: first.number - 1,
    });
    expect(codeIn(late)).toBe('DRAFT_OUTDATED');
  });

  it("nobody touches another party's rules", async () => {
    const { number, documents } = await rules.rulesOf('PAN');
    for (const as of ['administrator.col', 'administrator.usa', 'deputy.col'])
      expect(codeIn(await rules.draft(as, { owner: 'PAN', documents, expectedNumber: number }))).toBe('NOT_YOUR_RULES');
    const draft = await draftOf((text) => text.replace('level: full', 'level: full '));
    const signed = await rules.signed(draft.payload);
    expect(codeIn(await rules.publish('administrator.col', draft.id, signed))).toBe('UNKNOWN_DRAFT');
    expect(codeIn(await rules.withdraw('administrator.usa', draft.id))).toBe('UNKNOWN_DRAFT');
    for (const as of ['dpo.pan', 'auditor.pan']) {
      const answer = await federation.ask({
        as,
        purpose: as === 'dpo.pan' ? 'POLICY_ADMINISTRATION' : 'AUDIT',
        query: `mutation { withdrawRules(id: "${draft.id}") { id } }`,
      });
      expect(codeIn(answer)).toBe('MUTATION_WITHHELD');
    }
    expect((await rules.withdraw('deputy.pan', draft.id)).body.data.withdrawRules.state).toBe('WITHDRAWN');
    expect(codeIn(await rules.publish('administrator.pan', draft.id, signed))).toBe('DRAFT_CLOSED');
  });

  it('only the owner signs, and only what was reviewed', async () => {
    const draft = await draftOf((text) => text.replace('level: full', 'level: full  '));
    const publish = async (signed: unknown) => codeIn(await rules.publish('administrator.pan', draft.id, signed));
    expect(await publish(await rules.signedBy('COL', draft.payload))).toBe('SIGNATURE_REFUSED');
    const other = JSON.stringify({ ...JSON.parse(draft.payload), maxStalenessSeconds: 86_400 });
    expect(await publish(await rules.signedBy('PAN', other))).toBe('SIGNATURE_REFUSED');
    expect(await publish({ payload: 'nonsense' })).toBe('SIGNATURE_REFUSED');
    expect((await rules.rulesOf('PAN')).number).toBe(draft.number - 1);
  });

  it('rules that cannot be read are refused with file and line', async () => {
    const { number } = await rules.rulesOf('PAN');
    const documents = await rules.changed('PAN', BORDER, (text) => text.replace('level: full', 'level: everything'));
    const answer = await rules.draft('administrator.pan', { owner: 'PAN', documents, expectedNumber: number });
    expect(codeIn(answer)).toBe('RULES_INVALID');
    expect(answer.body.errors[0].message).toMatch(
      /border-management\.pan\.yaml:\d+: grant PAN-BORDER-RECORDS: everything is no level/,
    );
  });
});
