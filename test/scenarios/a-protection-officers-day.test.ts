import { type OpenFederation, openFederation } from '../federation/open-federation';
import { codeIn, RuleAdministration } from '../federation/rule-administration';

const STATION = 'PA-5:SAN_VICENTE';
const NEED = 'id dataset contributedBy month station { code } code persons { value state } version';
const REPORT = `mutation ($input: ReportStationNeedInput!) { reportStationNeed(input: $input) { ${NEED} } }`;
const NEEDS = `query ($from: YearMonth!, $to: YearMonth!) {
  stationSpecificNeeds(from: $from, to: $to) { contributedBy code station { code } persons { value state } history { agency author version } }
}`;
const REFERRALS = `{ referrals(first: 100) { edges { node {
  id contributedBy addressedTo sector referredOn outcome version
} } } }`;
const OUTCOME = `mutation ($input: ReportReferralOutcomeInput!) {
  reportReferralOutcome(input: $input) { id outcome version history { version agency author } }
}`;
const TRACING =
  '{ familyTracingReferrals(first: 100) { edges { node { id contributedBy addressedTo state concernsChild } } } }';
const BULLETINS = `{ stationServices(from: "2024-09", to: "2026-12") { contributedBy asOf capacityBand services } }`;

/**
 * A protection officer of a humanitarian organisation (SYNTHETIC) reports needs at a station, follows referrals and
 * looks for families; Panama's officers plan with it, and nobody who enforces or administers learns of it.
 */
describe("a protection officer's day", () => {
  let federation: OpenFederation;
  let rules: RuleAdministration;
  beforeAll(async () => {
    federation = await openFederation({ governed: true, scale: 0.005 });
    rules = new RuleAdministration(federation);
  });
  afterAll(() => federation.close());

  const ask = (as: string, query: string, variables: Record<string, unknown> = {}, purpose = 'PROTECTION') =>
    federation.ask({ as, purpose: purpose as never, query, variables, headers: { 'x-case-reference': 'CASE-1' } });
  const asked = async (...question: Parameters<typeof ask>): Promise<any> => {
    const { body } = await ask(...question);
    expect(body.errors).toBeUndefined();
    return body.data;
  };
  const nodesOf = async (field: string, ...question: Parameters<typeof ask>): Promise<any[]> =>
    (await asked(...question))[field].edges.map(({ node }: any) => node);

  const input = { month: '2025-03', station: STATION, code: 'SC-UC', persons: 23, expectedVersion: 0 };
  const report = (as: string, changes: object) => ask(as, REPORT, { input: { ...input, ...changes } });
  const MARCH = { from: '2025-03', to: '2025-03' };

  it('reports how many children at a station are unaccompanied, once however often the report arrives', async () => {
    const first = await report('officer.hum', { clientKey: 'march-1' });
    expect(first.body.errors).toBeUndefined();
    expect(first.body.data.reportStationNeed).toMatchObject({
      contributedBy: 'HUM',
      dataset: expect.stringMatching(/^SYNTHETIC/),
      persons: { value: 23, state: 'VALUE' },
      version: 1,
    });
    expect((await report('officer.hum', { clientKey: 'march-1' })).body.data).toEqual(first.body.data);
    expect((await asked('officer.hum', NEEDS, MARCH)).stationSpecificNeeds).toHaveLength(1);
  });

  it('is told clearly that the record changed since it was read, and that a key was used for something else', async () => {
    expect(codeIn(await report('officer.hum', { persons: 30, clientKey: 'march-2' }))).toBe('VERSION_CONFLICT');
    expect(codeIn(await report('officer.hum', { persons: 30, clientKey: 'march-1' }))).toBe('BAD_INPUT');
    const revised = await report('officer.hum', { persons: 30, expectedVersion: 1, clientKey: 'march-3' });
    expect(revised.body.data.reportStationNeed).toMatchObject({ persons: { value: 30 }, version: 2 });
  });

  it('has every change with its author, whom nobody else is told', async () => {
    const [own] = (await asked('officer.hum', NEEDS, MARCH)).stationSpecificNeeds;
    expect(own.history.map(({ version, agency }: any) => [version, agency])).toEqual([
      [1, 'FIELD_PROTECTION'],
      [2, 'FIELD_PROTECTION'],
    ]);
    expect(own.history.every(({ author }: any) => author !== '')).toBe(true);
    const [seen] = (await asked('protection.pan', NEEDS, MARCH)).stationSpecificNeeds;
    expect(seen).toMatchObject({ contributedBy: 'HUM', code: 'SC-UC', persons: { value: 30 }, history: null });
  });

  it('may report a number under ten, and not even its own organisation gets it back', async () => {
    const few = await report('officer.hum', { code: 'ER-NF', persons: 4, clientKey: 'few' });
    expect(few.body.data.reportStationNeed.persons).toEqual({ value: null, state: 'SUPPRESSED' });
    const none = await report('officer.hum', { code: 'ER-MC', persons: 0, clientKey: 'none' });
    expect(none.body.data.reportStationNeed.persons).toEqual({ value: null, state: 'SUPPRESSED' });
  });

  it.each(['SV-VF', 'TR-PI', 'SM-CI', 'LP-RR', 'SC'])('cannot keep %s by station', async (code) => {
    expect(codeIn(await report('officer.hum', { code, clientKey: `never-${code}` }))).toBe('BAD_INPUT');
  });

  it('does not touch what Panama reports of the same station: two records, side by side', async () => {
    const panama = await report('protection.pan', { persons: 19, clientKey: 'march-1' });
    expect(panama.body.data.reportStationNeed).toMatchObject({ contributedBy: 'PAN', version: 1 });
    const rows = (await asked('officer.hum', NEEDS, MARCH)).stationSpecificNeeds.filter(
      ({ code }: any) => code === 'SC-UC',
    );
    expect(rows.map(({ contributedBy, persons }: any) => [contributedBy, persons.value]).sort()).toEqual([
      ['HUM', 30],
      ['PAN', 19],
    ]);
  });

  it('is refused to those who assist nobody, and nothing is written', async () => {
    for (const as of ['protection.col', 'protection.usa']) {
      const { status, body } = await report(as, { clientKey: 'not-mine' });
      expect([as, status, body.errors[0].extensions.code]).toEqual([as, 403, 'MUTATION_WITHHELD']);
    }
    expect((await asked('officer.hum', NEEDS, MARCH)).stationSpecificNeeds).toHaveLength(4);
  });

  it('follows its referrals, in which there is no person, and reports what became of one', async () => {
    const own = (await nodesOf('referrals', 'officer.hum', REFERRALS)).filter(
      ({ contributedBy, outcome }) => contributedBy === 'HUM' && outcome === 'PENDING',
    );
    const [referral] = own;
    const outcome = { referral: referral.id, outcome: 'COMPLETED', expectedVersion: 1, clientKey: 'done-1' };
    const first = await asked('officer.hum', OUTCOME, { input: outcome });
    expect(first.reportReferralOutcome).toMatchObject({ outcome: 'COMPLETED', version: 2 });
    expect(await asked('officer.hum', OUTCOME, { input: outcome })).toEqual(first);
    const stale = await ask('officer.hum', OUTCOME, {
      input: { ...outcome, outcome: 'DECLINED', clientKey: 'done-2' },
    });
    expect(codeIn(stale)).toBe('VERSION_CONFLICT');
  });

  it('answers another party that reports on its referral as if there were none', async () => {
    const addressed = (await nodesOf('referrals', 'protection.pan', REFERRALS)).find(
      ({ contributedBy }) => contributedBy === 'HUM',
    );
    const input = { referral: addressed.id, outcome: 'DECLINED', expectedVersion: 1, clientKey: 'foreign' };
    expect(codeIn(await ask('protection.pan', OUTCOME, { input }))).toBe('BAD_INPUT');
  });

  it('sends a referral to Panama or Colombia, and it exists there alone, without a day', async () => {
    for (const party of ['PAN', 'COL']) {
      const seen = await nodesOf('referrals', `protection.${party.toLowerCase()}`, REFERRALS);
      const fromOrganisation = seen.filter(({ contributedBy }) => contributedBy === 'HUM');
      expect(fromOrganisation.length).toBeGreaterThan(0);
      expect(new Set(fromOrganisation.map(({ addressedTo }) => addressedTo))).toEqual(new Set([party]));
      expect(fromOrganisation.every(({ referredOn }) => /^\d{4}-\d{2}$/.test(referredOn))).toBe(true);
    }
  });

  it('looks for a family: it exists for the organisation and for whom it asks, and for nobody else', async () => {
    const own = await nodesOf('familyTracingReferrals', 'officer.hum', TRACING);
    expect(new Set(own.map(({ contributedBy }) => contributedBy))).toEqual(new Set(['HUM', 'PAN']));
    const asksColombia = own.filter(({ addressedTo }) => addressedTo === 'COL').length;
    expect(await nodesOf('familyTracingReferrals', 'protection.col', TRACING)).toHaveLength(asksColombia);
    const { body } = await ask('protection.usa', TRACING);
    expect(body.data.familyTracingReferrals).toBeNull();
  });

  it('tells child protection alone that a child is concerned, and then of children alone', async () => {
    const protection = await nodesOf('familyTracingReferrals', 'protection.pan', TRACING);
    expect(new Set(protection.map(({ concernsChild }) => concernsChild))).toEqual(new Set([null]));
    const children = await nodesOf('familyTracingReferrals', 'protection.pan', TRACING, {}, 'CHILD_PROTECTION');
    expect(children.length).toBeLessThan(protection.length);
    expect(new Set(children.map(({ concernsChild }) => concernsChild))).toEqual(new Set([true]));
  });

  it('shows Panama how full stations were, as bands', async () => {
    const rows = (await asked('protection.pan', BULLETINS)).stationServices;
    expect(new Set(rows.map(({ contributedBy }: any) => contributedBy))).toEqual(new Set(['HUM', 'PAN']));
    for (const { contributedBy, asOf, capacityBand } of rows) {
      expect(['UNDER_HALF', 'HALF_TO_FULL', 'OVER_CAPACITY']).toContain(capacityBand);
      expect(asOf).toMatch(contributedBy === 'PAN' ? /^\d{4}-\d{2}-\d{2}$/ : /^\d{4}-\d{2}$/);
    }
  });

  it('is nothing for who investigates: no need, no referral, no family', async () => {
    const { body } = await ask(
      'investigator.pan',
      `{ referrals { edges { node { sector } } } familyTracingReferrals { edges { node { state } } } ${BULLETINS.slice(1)}`,
      {},
      'ENFORCEMENT',
    );
    expect(body.data).toEqual({ referrals: null, familyTracingReferrals: null, stationServices: null });
    expect(body.extensions.notices.map(({ code }: any) => code)).toEqual(expect.arrayContaining(['WITHHELD']));
  });

  it('is decided by the organisation: no government administrator edits its rules', async () => {
    const { number, documents } = await rules.rulesOf('HUM');
    const opened = documents.map(({ name, text }) => ({
      name,
      text: text.replaceAll('PROTECTION_OFFICER', 'ANALYST'),
    }));
    for (const as of ['administrator.pan', 'administrator.col', 'administrator.usa'])
      expect(codeIn(await rules.draft(as, { owner: 'HUM', documents: opened, expectedNumber: number }))).toBe(
        'NOT_YOUR_RULES',
      );
    const own = await rules.draft('administrator.hum', { owner: 'HUM', documents, expectedNumber: number });
    expect(own.body.errors).toBeUndefined();
    expect(own.body.data.draftRules).toMatchObject({ owner: 'HUM', state: 'READY_TO_PUBLISH' });
  });

  it('leaves no evidence of what it contributed that a government could query', async () => {
    const query = `{ jointProtectionEvidence {
      disclosures(first: 100) { edges { node { contributor } } }
      totalsByDay(first: 100) { edges { node { contributor } } }
    } }`;
    const whose = async (as: string): Promise<Set<string>> => {
      const { body } = await federation.ask({ as, purpose: 'AUDIT', query });
      expect(body.errors).toBeUndefined();
      const lists: any[] = Object.values(body.data.jointProtectionEvidence);
      return new Set(lists.flatMap(({ edges }) => edges.map(({ node }: any) => node.contributor)));
    };
    expect(await whose('dpo.hum')).toContain('HUM');
    for (const as of ['auditor.pan', 'auditor.col', 'auditor.usa']) expect(await whose(as)).not.toContain('HUM');
    expect(await whose('auditor.pan')).toContain('PAN');
  });
});
