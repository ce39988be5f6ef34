import path from 'node:path';
import { readConfig } from '@pasarela/gateway/config';
import { openStore } from '@pasarela/store/connect';
import { type OpenFederation, openFederation } from '../federation/open-federation';
import { runCommand } from '../federation/start-product';

const MARCH = new Date('2026-03-10T12:00:00Z');
const DOMAINS = ['panama-darien-flow', 'panama-repatriation', 'panama-smuggling-cases'];
const JOINT = ['joint-action-plan', 'joint-identity', 'joint-protection'];
const NEEDS =
  '{ stationSpecificNeeds(from: "2024-11", to: "2026-02") { contributedBy code persons { value } version } }';
const REPORT = `mutation {
  reportStationNeed(input: {
    month: "2026-02", station: "PA-5:LAJAS_BLANCAS", code: "SC-UC", persons: 23, expectedVersion: 0, clientKey: "february"
  }) { version }
}`;
const ASSISTANCE =
  '{ syntheticAssistanceByMonth(from: "2024-09", to: "2024-12") { contributedBy consultations { value } } }';
const DEATHS = '{ deathsAndMissing { count { value countingParty } } }';
const DISCLOSURE = `{ pageInfo { hasNextPage endCursor } edges { cursor node {
  contributor leaf leafHash time requestId party agency requester purpose agreements rules records
  fields { coordinate outcome level rule values } } } }`;
const TOTALS = '{ edges { node { contributor day party purpose coordinate outcome level rule answers values } } }';

type Purpose = 'AUDIT' | 'POLICY_ADMINISTRATION';

/**
 * What several parties contribute leaves one domain under one log; each of them is told what of its own left, to
 * whom and why, and nothing of what the others' did.
 */
describe('each party asks what of its own left a joint domain', () => {
  let federation: OpenFederation;
  /** The machine's own time where it is undefined. */
  let fixed: Date | undefined = MARCH;
  let toPanama: any[];
  let toHumanitarians: any[];

  beforeAll(async () => {
    const now = () => fixed ?? new Date();
    federation = await openFederation({ scale: 0.005, now, tokensAt: now });
    await asked('protection.pan', 'PROTECTION', REPORT);
    toPanama = (await asked('protection.pan', 'PROTECTION', NEEDS)).data.stationSpecificNeeds;
    toHumanitarians = (await asked('officer.hum', 'PROTECTION', NEEDS)).data.stationSpecificNeeds;
    await asked('analyst.usa', 'STATISTICS', ASSISTANCE);
    await asked('analyst.col', 'STATISTICS', DEATHS);
    await asked('analyst.usa', 'STATISTICS', NEEDS);
  });
  afterAll(() => federation.close());

  const asked = async (as: string, purpose: any, query: string) => {
    const { status, body } = await federation.ask({ as, purpose, query });
    expect([status, body.errors]).toEqual([200, undefined]);
    return body;
  };
  const evidence = async (as: string, selection: string, purpose: Purpose = 'AUDIT'): Promise<any[]> => {
    const body = await asked(as, purpose, `{ jointProtectionEvidence { found: ${selection} } }`);
    return body.data.jointProtectionEvidence.found.edges.map(({ node }: any) => node);
  };
  const disclosures = (as: string, conditions = 'first: 100') =>
    evidence(as, `disclosures(${conditions}) ${DISCLOSURE}`);
  const OF_NEEDS = 'first: 100, field: "StationSpecificNeed.code"';
  const by = (rows: any[], party: string) => rows.filter(({ contributedBy }) => contributedBy === party);
  const countOf = ({ fields }: any, name: string) => fields.find(({ coordinate }: any) => coordinate === name);

  it('the answers held rows of both, so there is something to keep apart', () => {
    for (const rows of [toPanama, toHumanitarians])
      for (const party of ['HUM', 'PAN']) expect(by(rows, party).length).toBeGreaterThan(0);
    expect(by(toPanama, 'HUM').length).not.toBe(by(toPanama, 'PAN').length);
  });

  it('what a party reports is its own: nobody else is told that it did', async () => {
    const reports = (as: string) => disclosures(as, 'first: 100, field: "Mutation.reportStationNeed"');
    expect(await reports('auditor.pan')).toMatchObject([
      { requester: 'protection.pan', contributor: 'PAN', records: 1 },
    ]);
    for (const as of ['dpo.hum', 'auditor.usa']) expect(await reports(as)).toEqual([]);
  });

  it.each([
    ['dpo.hum', 'HUM', 'HUM:HUMANITARIAN-PROTECTION'],
    ['auditor.pan', 'PAN', 'PAN:'],
  ])('%s is told of the records of %s alone, how many, and under whose agreements', async (as, party, agreement) => {
    const found = await disclosures(as, OF_NEEDS);
    expect(found.map(({ party: to, contributor, records }) => [to, contributor, records])).toEqual([
      ['PAN', party, by(toPanama, party).length],
      ['HUM', party, by(toHumanitarians, party).length],
    ]);
    for (const [at, rows] of [toPanama, toHumanitarians].entries()) {
      expect(countOf(found[at], 'StationSpecificNeed.code')).toMatchObject({ values: by(rows, party).length });
      expect(countOf(found[at], 'Query.stationSpecificNeeds')).toMatchObject({ values: 1 });
      for (const name of found[at].agreements) expect(name).toMatch(new RegExp(`^${agreement}`));
      expect(found[at].leaf).toBeNull();
    }
  });

  it('what a contributor keeps back of its own records is told to it as withheld, to the other as shown', async () => {
    const version = async (as: string, to: string) =>
      countOf(
        (await disclosures(as, OF_NEEDS)).find(({ party }) => party === to),
        'StationSpecificNeed.version',
      );
    expect(await version('dpo.hum', 'PAN')).toMatchObject({ outcome: 'WITHHELD', values: 0 });
    expect(await version('auditor.pan', 'PAN')).toMatchObject({ outcome: 'SHOWN', values: by(toPanama, 'PAN').length });
    expect(await version('auditor.pan', 'HUM')).toMatchObject({ outcome: 'WITHHELD', values: 0 });
  });

  it('what one contributor alone gave is in nobody else’s answer, not even that somebody asked', async () => {
    const field = 'first: 100, field: "SyntheticAssistanceMonth.consultations"';
    const toUsa = await disclosures('dpo.hum', field);
    expect(toUsa).toMatchObject([{ party: 'USA', requester: 'analyst.usa', contributor: 'HUM' }]);
    const { requestId } = toUsa[0];
    for (const as of ['auditor.pan', 'auditor.col', 'auditor.usa']) {
      expect(await disclosures(as, field)).toEqual([]);
      const all = await disclosures(as);
      expect(JSON.stringify(all)).not.toContain(requestId);
      expect(all.filter(({ contributor }) => contributor === 'HUM')).toEqual([]);
    }
  });

  it('what is published jointly is of nobody alone, and each may ask who received it', async () => {
    for (const as of ['dpo.hum', 'auditor.pan', 'auditor.col', 'auditor.usa'])
      expect(await disclosures(as, 'first: 100, field: "Query.deathsAndMissing"')).toMatchObject([
        { party: 'COL', requester: 'analyst.col', contributor: 'JOINT', agreements: [], records: 0 },
      ]);
  });

  it('what was refused to all is told to all, with its rule', async () => {
    for (const as of ['dpo.hum', 'auditor.pan']) {
      const refused = await eventually(() =>
        evidence(as, `withheld(first: 100, party: "USA", field: "Query.stationSpecificNeeds") ${TOTALS}`),
      );
      expect(refused).toMatchObject([{ contributor: 'JOINT', day: '2026-03-10', outcome: 'WITHHELD', answers: 1 }]);
    }
  });

  it('totals by day count what each contributed', async () => {
    const totals = (as: string) =>
      evidence(as, `totalsByDay(first: 100, party: "PAN", field: "StationSpecificNeed.code") ${TOTALS}`);
    expect(await totals('dpo.hum')).toMatchObject([
      { contributor: 'HUM', answers: 1, values: by(toPanama, 'HUM').length },
    ]);
    expect(await totals('auditor.pan')).toMatchObject([
      { contributor: 'PAN', answers: 1, values: by(toPanama, 'PAN').length },
    ]);
    expect(await totals('auditor.col')).toEqual([]);
  });

  it('a record has its recipients for its contributor, by the contributor’s own id', async () => {
    const { storeAddress } = readConfig({ DATA_DIR: federation.dataDirectory });
    const store = await openStore({ address: storeAddress, database: 'joint-protection' });
    const rows = store.connection.collection<{ _id: string; contributedBy: string }>('station_specific_needs');
    const stored = await rows.find({ contributedBy: 'HUM', month: '2024-12' } as never).toArray();
    await store.close();
    const id = stored[0]?._id as string;
    const recipients = (as: string) =>
      evidence(as, `recipients(first: 100, type: "StationSpecificNeed", id: "${id}") ${DISCLOSURE}`);
    expect((await recipients('dpo.hum')).map(({ party }) => party)).toEqual(['PAN', 'HUM']);
    for (const as of ['auditor.pan', 'auditor.col']) expect(await recipients(as)).toEqual([]);
  });

  it('pages follow each other, and their ends tell no number of leaves', async () => {
    const page = async (after: string) => {
      const query = `{ jointProtectionEvidence { disclosures(first: 1, ${after}) ${DISCLOSURE} } }`;
      return (await asked('dpo.hum', 'AUDIT', query)).data.jointProtectionEvidence.disclosures;
    };
    const first = await page('field: "StationSpecificNeed.code"');
    const { endCursor, hasNextPage } = first.pageInfo;
    expect([hasNextPage, /^[\w-]{40,}$/.test(endCursor)]).toEqual([true, true]);
    const second = await page(`field: "StationSpecificNeed.code", after: "${endCursor}"`);
    expect([second.edges[0].node.party, second.pageInfo.hasNextPage]).toEqual(['HUM', false]);
    const query = `{ jointProtectionEvidence { disclosures(after: "1") ${DISCLOSURE} } }`;
    const { body } = await federation.ask({ as: 'dpo.hum', purpose: 'AUDIT', query });
    expect(body.errors[0].extensions.code).toBe('BAD_CURSOR');
    const stolen = `{ jointProtectionEvidence { disclosures(after: "${endCursor}") ${DISCLOSURE} } }`;
    const other = await federation.ask({ as: 'auditor.pan', purpose: 'AUDIT', query: stolen });
    expect(other.body.errors[0].extensions.code).toBe('BAD_CURSOR');
  });

  it('a look-up is evidence of the party that looked, and of no other', async () => {
    const body = await asked('dpo.hum', 'AUDIT', `{ jointProtectionEvidence { keptSince } }`);
    const looks = (as: string) => disclosures(as, 'first: 100, field: "Query.jointProtectionEvidence"');
    const own = (await looks('dpo.hum')).find(({ requestId }) => requestId === body.extensions.disclosure.requestId);
    expect(own).toMatchObject({ contributor: 'HUM', requester: 'dpo.hum', party: 'HUM', purpose: 'AUDIT' });
    expect(
      (await looks('auditor.col')).every(({ party, contributor }) => party === 'COL' && contributor === 'COL'),
    ).toBe(true);
  });

  it('whoever is no oversight, or of a party that grants itself none, is shown nothing', async () => {
    for (const [as, purpose] of [
      ['officer.hum', 'PROTECTION'],
      ['analyst.pan', 'STATISTICS'],
    ] as const) {
      const { body } = await federation.ask({ as, purpose, query: `{ jointProtectionEvidence { keptSince } }` });
      expect(body.data.jointProtectionEvidence).toBeNull();
    }
    const query = `{ jointIdentityEvidence { totalsByDay ${TOTALS} } }`;
    const { body } = await federation.ask({ as: 'dpo.hum', purpose: 'AUDIT', query });
    // One grants the way for all; there is no evidence behind it for a party that grants itself none.
    expect(body.data.jointIdentityEvidence).toBeNull();
  });

  it('each joint domain is asked alike', async () => {
    await asked('analyst.col', 'STATISTICS', '{ actionPlanCommitments { id status } }');
    await asked(
      'analyst.col',
      'STATISTICS',
      '{ identityCheckFigures(from: "2026-01", to: "2026-01") { party checks { state } } }',
    );
    const totals = async (field: string, as: string, coordinate: string) => {
      const query = `{ ${field} { log totalsByDay(first: 100, field: "${coordinate}") ${TOTALS} } }`;
      const { log, totalsByDay } = (await asked(as, 'AUDIT', query)).data[field];
      return [log, ...totalsByDay.edges.map(({ node }: any) => [node.contributor, node.party])];
    };
    for (const party of ['COL', 'PAN', 'USA']) {
      const as = `auditor.${party.toLowerCase()}`;
      expect(await totals('jointActionPlanEvidence', as, 'ActionPlanCommitment.status')).toEqual([
        'joint-action-plan',
        [party, 'COL'],
      ]);
      expect(await totals('jointIdentityEvidence', as, 'IdentityCheckFigure.party')).toEqual([
        'joint-identity',
        [party, 'COL'],
      ]);
    }
  });

  /** Commands have tokens of the machine's clock, so nothing is asked of March after them. */
  describe('by command', () => {
    const command = (name: string, ...words: string[]) => {
      fixed = undefined;
      const settings = { DATA_DIR: federation.dataDirectory, PORT: new URL(federation.gateway.url).port };
      return runCommand('evidence/main.js', [name, '--lang', 'en', ...words], settings);
    };
    const letter = (...words: string[]) => command('letter', '--month', '2026-03', ...words);

    it('the letter of a month holds all of a party’s domains, and its part of the joint ones', async () => {
      const { code, output } = await letter('--as', 'dpo.pan', '--csv');
      expect([code, output.split('\n')[0]]).toEqual([0, expect.stringMatching(/,contributed by$/)]);
      const lines = output.split('\n').filter((line) => line.startsWith('joint-protection: What left,'));
      const own = by(toPanama, 'PAN').length;
      const code1 = lines.find((line) => line.includes(',PAN,PROTECTION,StationSpecificNeed.code,'));
      expect(code1).toMatch(new RegExp(`,1,1,${own},.*,PAN$`));
      expect(lines.filter((line) => line.endsWith(',HUM'))).toEqual([]);
      expect(output).not.toContain('SyntheticAssistanceMonth');
      const page = (await letter('--as', 'dpo.pan', '--html', '--lang', 'es')).output;
      for (const domain of [...DOMAINS, ...JOINT]) expect(page).toContain(`<h2>${domain}: Lo que salió</h2>`);
      expect(page).toContain('lo que aportó PAN y lo que no aportó una sola parte (JOINT)');
    });

    it('that of a party which takes no part in a joint domain says which it leaves out', async () => {
      const { code, output } = await letter('--as', 'dpo.hum');
      expect([code, output]).toEqual([0, expect.stringContaining('What left HUM in 2026-03')]);
      expect(output).toContain('Not shown to dpo.hum, whose party grants itself no evidence there: ');
      expect(output).toMatch(/grants itself no evidence there: (?=.*joint-action-plan)(?=.*joint-identity)/);
      expect(output).toMatch(/USA.*STATISTICS.*SyntheticAssistanceMonth\.consultations.*HUM/);
    });

    it('the log that says whose is verified like every other, and every change in it has its outcome', async () => {
      const log = path.join(federation.dataDirectory, 'evidence', 'joint-protection');
      const verified = await runCommand('verify/main.js', ['--key', `${log}.key`, '--log', log, '--running'], {});
      expect(verified).toEqual({ code: 0, output: expect.stringContaining('joint-protection') });
      const open = await runCommand('evidence/main.js', ['unfinished', '--log', log, '--lang', 'en'], {});
      expect(open).toEqual({
        code: 0,
        output: expect.stringMatching(/without an outcome in joint-protection[\s\S]*Nothing\./),
      });
    });

    it('one joint domain is asked like every other, and lists say whose each row is', async () => {
      const asked = ['--domain', 'joint-protection', '--as', 'dpo.hum'];
      expect((await letter(...asked)).output).toContain('What left joint-protection in 2026-03');
      const { output } = await command('disclosures', ...asked, '--to', '2026-04-01', '--csv');
      expect(output.split('\n')[0]).toMatch(/,leaf,contributed by$/);
      expect(output.split('\n').filter((line) => /,[\w-]{43},(HUM|JOINT)$/.test(line)).length).toBeGreaterThan(2);
      expect((await letter('--as', 'nobody')).output).toContain('Say whose letter it is');
    });
  });

  /** What tells of itself, a moment later: an owner hears what was refused behind the answer. */
  async function eventually(look: () => Promise<any[]>): Promise<any[]> {
    for (let tries = 0; tries < 50; tries++) {
      const rows = await look();
      if (rows.length > 0) return rows;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return [];
  }
});
