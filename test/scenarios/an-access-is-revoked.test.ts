import { developmentIssuerUrl } from '@pasarela/scripts/development/personas';
import { type OpenFederation, openFederation } from '../federation/open-federation';
import { codeIn, RuleAdministration } from '../federation/rule-administration';

const DRAFT = '{ id owner number state payload changeHash showsMore { code rule } approvals { counts } }';
const ASKS = { purpose: 'STATISTICS', query: '{ __typename }' } as const;
const RECORDS = {
  as: 'analyst.col',
  purpose: 'MIGRATION_MANAGEMENT',
  query: '{ crossingRecords(first: 1) { edges { node { sex } } } }',
} as const;

/** Panama takes back what it gave: to a person, to a key, to a neighbour. */
describe('an access is revoked', () => {
  let federation: OpenFederation;
  let rules: RuleAdministration;
  let keys = 0;

  beforeAll(async () => {
    federation = await openFederation({ governed: true, scale: 0.005 });
    rules = new RuleAdministration(federation);
  });
  afterAll(() => federation.close());

  const write = async (mutation: string, as: string, what: object) => {
    const owner = (as.split('.')[1] ?? '').toUpperCase();
    const { number } = await rules.rulesOf(owner);
    const input = { expectedNumber: number, note: 'A test', clientKey: `revoke-${keys++}`, ...what };
    return rules.ask(as, `mutation ($input: RevocationInput!) { ${mutation}(input: $input) ${DRAFT} }`, { input });
  };
  const publish = async (draft: { id: string; payload: string }, as = 'administrator.pan') =>
    (await rules.publish(as, draft.id, await rules.signed(draft.payload))).body.data.publishRules;
  const revoke = async (what: object) => {
    const draft = (await write('revokeAccess', 'administrator.pan', what)).body.data.revokeAccess;
    expect(draft).toMatchObject({ owner: 'PAN', state: 'READY_TO_PUBLISH', showsMore: [] });
    return publish(draft);
  };
  const restore = async (what: object) => {
    const draft = (await write('restoreAccess', 'administrator.pan', what)).body.data.restoreAccess;
    expect(draft.state).toBe('AWAITING_APPROVAL');
    await rules.approve('deputy.pan', draft.id, draft.changeHash);
    return publish(draft);
  };
  const statusOf = async (as: string) => (await federation.ask({ as, ...ASKS })).status;

  it('one person revokes an official: refused at every point when that is acknowledged, and told whom to ask', async () => {
    expect(await statusOf('analyst.pan')).toBe(200);
    const { points } = await revoke({ person: 'analyst.pan' });
    expect(points).toHaveLength(federation.subgraphs.length + 1);
    for (const point of points) expect(point).toMatchObject({ confirmed: true, reachable: true });
    const { status, body } = await federation.ask({ as: 'analyst.pan', ...ASKS });
    expect([status, codeIn({ body } as never)]).toEqual([401, 'ACCESS_REVOKED']);
    expect(body.errors[0].message).toMatch(/^Your own party has revoked this access.* Ask .+\.$/);
    expect(JSON.stringify(body)).not.toContain('analyst.pan');
    const headers = { authorization: `Bearer ${await federation.token('analyst.pan')}` };
    for (const where of ['/questions', '/questions/07.csv', '/questions/99.csv']) {
      const file = await federation.send(where, { headers });
      expect([where, file.status, codeIn(file)]).toEqual([where, 401, 'ACCESS_REVOKED']);
    }
    expect([await statusOf('analyst.col'), await statusOf('analyst.usa')]).toEqual([200, 200]);
  });

  it('letting them in again shows more: a second person approves it', async () => {
    await restore({ person: 'analyst.pan' });
    expect(await statusOf('analyst.pan')).toBe(200);
  });

  it('a stolen token is refused, and its owner goes on with a new one', async () => {
    await revoke({ person: 'analyst.pan', tokensBefore: new Date(Date.now() + 3_600_000).toISOString() });
    expect(await statusOf('analyst.pan')).toBe(401);
    await revoke({ person: 'auditor.pan', tokensBefore: new Date(Date.now() - 3_600_000).toISOString() });
    const audit = { as: 'auditor.pan', purpose: 'AUDIT', query: '{ __typename }' } as const;
    expect((await federation.ask(audit)).status).toBe(200);
    await restore({ person: 'analyst.pan' });
    // The thief turns out to be the person: what counts from now on ends too.
    await revoke({ person: 'auditor.pan' });
    expect((await federation.ask(audit)).status).toBe(401);
    expect(codeIn(await write('revokeAccess', 'administrator.pan', { person: 'auditor.pan' }))).toBe('BAD_INPUT');
    await restore({ person: 'auditor.pan' });
    expect((await federation.ask(audit)).status).toBe(200);
  });

  it('a revoked agreement grants nothing, and is in force again when it is restored', async () => {
    const sex = async () => (await federation.ask(RECORDS)).body.data.crossingRecords?.edges[0].node.sex ?? null;
    expect(await sex()).toMatch(/MALE$/);
    await revoke({ agreement: 'BORDER-MANAGEMENT' });
    expect(await sex()).toBeNull();
    await restore({ agreement: 'BORDER-MANAGEMENT' });
    expect(await sex()).toMatch(/MALE$/);
  });

  it('what a revoked administrator approved counts no more', async () => {
    const documents = await rules.changed('ALL', 'agreements/governance.all.yaml', (text) =>
      text.replace('roles: [ADMINISTRATOR] }', 'roles: [ADMINISTRATOR, AUDITOR] }'),
    );
    const { number } = await rules.rulesOf('ALL');
    const answer = await rules.draft('administrator.pan', { owner: 'ALL', documents, expectedNumber: number });
    const { id, changeHash } = answer.body.data.draftRules;
    expect((await rules.approve('deputy.pan', id, changeHash)).body.data.approveRules.state).toBe('READY_TO_PUBLISH');
    await revoke({ person: 'deputy.pan' });
    const { ruleDraft } = (
      await rules.ask('administrator.pan', `query ($id: ID!) { ruleDraft(id: $id) ${DRAFT} }`, { id })
    ).body.data;
    expect(ruleDraft).toMatchObject({ state: 'AWAITING_APPROVAL', approvals: [{ counts: false }] });
    expect(codeIn(await rules.approve('deputy.pan', id, changeHash))).toBe('ACCESS_REVOKED');
  });

  it('a revoked key ends every token that it signed, the revoking administrator’s own too', async () => {
    expect(await statusOf('analyst.usa')).toBe(200);
    const { number } = await rules.rulesOf('USA');
    const input = {
      issuer: developmentIssuerUrl('USA'),
      key: 'development-USA',
      expectedNumber: number,
      note: 'Lost',
      clientKey: 'key-lost',
    };
    const query = `mutation ($input: RevocationInput!) { revokeAccess(input: $input) ${DRAFT} }`;
    const draft = (await rules.ask('administrator.usa', query, { input })).body.data.revokeAccess;
    const again = (await rules.ask('administrator.usa', query, { input })).body.data.revokeAccess;
    expect(again).toEqual(draft);
    await rules.publish('administrator.usa', draft.id, await rules.signed(draft.payload));
    expect(await statusOf('analyst.usa')).toBe(401);
    expect(codeIn(await rules.ask('administrator.usa', '{ __typename }'))).toBe('ACCESS_REVOKED');
    expect(await statusOf('analyst.col')).toBe(200);
  });

  it.each([
    ['nothing', {}, 'BAD_INPUT'],
    ['two things', { person: 'a', agreement: 'B' }, 'BAD_INPUT'],
    ['a key of no issuer', { key: 'a' }, 'BAD_INPUT'],
    [
      'an instant for an agreement',
      { agreement: 'BORDER-MANAGEMENT', tokensBefore: '2026-01-01T00:00:00Z' },
      'BAD_INPUT',
    ],
    ['an instant that is none', { person: 'a', tokensBefore: 'yesterday' }, 'RULES_INVALID'],
    ["another party's agreement", { agreement: 'REGULARIZATION-ENFORCEMENT' }, 'RULES_INVALID'],
    ['another number', { person: 'a', expectedNumber: 0 }, 'DRAFT_OUTDATED'],
  ])('%s is refused', async (_, what, code) => {
    expect(codeIn(await write('revokeAccess', 'administrator.pan', what))).toBe(code);
  });

  it('only administrators revoke', async () => {
    const answer = await write('revokeAccess', 'dpo.pan', { person: 'a' });
    expect(codeIn(answer)).toBe('MUTATION_WITHHELD');
  });
});
