import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readConfig } from '@pasarela/gateway/config';
import { RecordSalts } from '@pasarela/serve/evidence/record-salts';
import { openStore } from '@pasarela/store/connect';
import { type OpenFederation, openFederation } from '../federation/open-federation';

const FIRST_DAY = new Date('2026-03-10T12:00:00Z');
const SECOND_DAY = new Date('2026-03-11T12:00:00Z');
const MONTH = 'from: "2026-03-01", to: "2026-04-01"';
const CROSSINGS = '{ crossingRecords(first: 3) { edges { node { sex crossedOn fullName } } } }';
const DISCLOSURE = `{ pageInfo { hasNextPage endCursor } edges { cursor node {
  leaf leafHash time requestId party agency requester roles purpose caseReference ruleSetVersion agreements rules records
  fields { coordinate outcome level rule values } } } }`;
const TOTALS = '{ edges { node { day party purpose ruleSetVersion coordinate outcome level rule answers values } } }';
const REFUSED_TO_USA = `withheld(${MONTH}, party: "USA", field: "Query.crossingRecords") ${TOTALS}`;
const RECORD = 'CrossingRecord';

/** Several people ask on two days, and then each owner's oversight sees exactly what left, to whom, and what was refused. */
describe('who received what', () => {
  let federation: OpenFederation;
  let now = FIRST_DAY;
  let toColombia: any;

  beforeAll(async () => {
    federation = await openFederation({ scale: 0.005, now: () => now, tokensAt: () => now });
    toColombia = (await crossings('analyst.col')).body.extensions.disclosure;
    await crossings('analyst.pan');
    await crossings('analyst.usa');
    // A report of the first day, which comes behind its answer, is too old on the second.
    await eventually(() => found(REFUSED_TO_USA));
    now = SECOND_DAY;
    await crossings('analyst.col');
  });
  afterAll(() => federation.close());

  const crossings = (as: string) => federation.ask({ as, purpose: 'MIGRATION_MANAGEMENT', query: CROSSINGS });
  const lookedUp = (selection: string, as = 'auditor.pan') => {
    const purpose = as.startsWith('auditor') ? 'AUDIT' : 'POLICY_ADMINISTRATION';
    return federation.ask({ as, purpose, query: `{ evidence: panamaDarienFlowEvidence { found: ${selection} } }` });
  };
  const found = async (selection: string): Promise<any[]> => {
    const { status, body } = await lookedUp(selection);
    expect([status, body.errors]).toEqual([200, undefined]);
    return body.data.evidence.found.edges.map(({ node }: any) => node);
  };
  const disclosures = (conditions: string) => found(`disclosures(first: 100, ${conditions}) ${DISCLOSURE}`);
  const OF_CROSSINGS = 'field: "CrossingRecord.crossedOn"';

  /** What the owner itself can do with its salts. */
  async function withSalts<Result>(work: (salts: RecordSalts, ids: readonly string[]) => Promise<Result>) {
    const { storeAddress } = readConfig({ DATA_DIR: federation.dataDirectory });
    const database = 'panama-darien-flow-evidence';
    const store = await openStore({ address: storeAddress, database, durable: true });
    const rows = await store.connection.collection<{ _id: string }>('record_salts').find().toArray();
    const ids = rows.flatMap(({ _id }) => (_id.startsWith(`${RECORD}:`) ? [_id.slice(RECORD.length + 1)] : []));
    return work(new RecordSalts(store.connection), ids).finally(() => store.close());
  }

  /** What tells of itself, a moment later: an owner hears what was refused behind the answer. */
  async function eventually(look: () => Promise<any[]>): Promise<any[]> {
    for (let tries = 0; tries < 50; tries++) {
      const rows = await look();
      if (rows.length > 0) return rows;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return [];
  }

  it('the owner sees each answer: who, for what, under which version, which fields, how many values', async () => {
    const answers = await disclosures(OF_CROSSINGS);
    expect(answers.map(({ time, party, agency, records }) => [time, party, agency, records])).toEqual([
      [FIRST_DAY.toISOString(), 'COL', 'MIGRACION_COLOMBIA', 3],
      [FIRST_DAY.toISOString(), 'PAN', 'SNM', 3],
      [SECOND_DAY.toISOString(), 'COL', 'MIGRACION_COLOMBIA', 3],
    ]);
    expect(answers[0]).toMatchObject({
      requester: 'analyst.col',
      roles: ['ANALYST'],
      purpose: 'MIGRATION_MANAGEMENT',
      caseReference: null,
      requestId: toColombia.requestId,
      ruleSetVersion: toColombia.ruleSetVersion,
      agreements: ['PAN:BORDER-MANAGEMENT'],
    });
    expect(answers[0].fields).toEqual([
      { coordinate: 'CrossingRecord.sex', outcome: 'SHOWN', level: null, rule: null, values: 3 },
      { coordinate: 'Query.crossingRecords', outcome: 'SHOWN', level: null, rule: null, values: 1 },
      { coordinate: 'CrossingRecord.crossedOn', outcome: 'LOWERED', level: 'month', rule: 'G-DATES', values: 3 },
      { coordinate: 'CrossingRecord.fullName', outcome: 'WITHHELD', level: null, rule: null, values: 0 },
    ]);
  });

  it.each([
    ['party: "COL"', 2],
    ['party: "USA"', 0],
    ['purpose: "STATISTICS"', 0],
    ['agreement: "PAN:BORDER-MANAGEMENT"', 2],
    ['agreement: "PAN:PAN-DOMESTIC"', 1],
    ['from: "2026-03-11"', 1],
    ['to: "2026-03-11"', 2],
    ['ruleSetVersion: "another"', 0],
  ])('of them those with %s: %i', async (condition, count) => {
    expect(await disclosures(`${OF_CROSSINGS}, ${condition}`)).toHaveLength(count);
  });

  it('pages follow each other in the order of the log', async () => {
    const first = (await lookedUp(`disclosures(first: 2, ${OF_CROSSINGS}) ${DISCLOSURE}`)).body.data.evidence.found;
    expect([first.edges.length, first.pageInfo.hasNextPage]).toEqual([2, true]);
    const rest = await lookedUp(
      `disclosures(first: 2, ${OF_CROSSINGS}, after: "${first.pageInfo.endCursor}") ${DISCLOSURE}`,
    );
    const { edges, pageInfo } = rest.body.data.evidence.found;
    expect([edges.length, pageInfo.hasNextPage]).toEqual([1, false]);
    expect(edges[0].node.leaf).toBeGreaterThan(first.edges[1].node.leaf);
    for (const page of ['first: 0', 'first: 101', 'after: "x"'])
      expect((await lookedUp(`disclosures(${page}) ${DISCLOSURE}`)).body.errors[0].extensions.code).toMatch(
        /^BAD_(PAGE|CURSOR)$/,
      );
  });

  it('what left stands by day, party and field', async () => {
    const rows = await found(`totalsByDay(first: 100, ${MONTH}, field: "CrossingRecord.crossedOn") ${TOTALS}`);
    expect(
      rows
        .map(({ day, party, outcome, level, answers, values }) => [day, party, outcome, level, answers, values])
        .sort(),
    ).toEqual([
      ['2026-03-10', 'COL', 'LOWERED', 'month', 1, 3],
      ['2026-03-10', 'PAN', 'SHOWN', null, 1, 3],
      ['2026-03-11', 'COL', 'LOWERED', 'month', 1, 3],
    ]);
    expect(rows.every(({ ruleSetVersion }) => ruleSetVersion === toColombia.ruleSetVersion)).toBe(true);
  });

  it('what was refused stands there with its rule, also where nothing was fetched', async () => {
    const [name] = await found(`withheld(${MONTH}, party: "COL", field: "CrossingRecord.fullName") ${TOTALS}`);
    expect(name).toMatchObject({ day: '2026-03-10', party: 'COL', outcome: 'WITHHELD', answers: 1, values: 0 });
    const refused = await eventually(() => found(REFUSED_TO_USA));
    expect(refused).toMatchObject([{ day: '2026-03-10', purpose: 'MIGRATION_MANAGEMENT', answers: 1, values: 0 }]);
  });

  it('a record has its recipients, until its salt is destroyed', async () => {
    const ids = await withSalts(async (_, all) => all);
    const recipients = (id: string) => found(`recipients(type: "${RECORD}", id: "${id}") ${DISCLOSURE}`);
    const [id] = ids as [string];
    const before = await recipients(id);
    expect(before.length).toBeGreaterThan(0);
    for (const { records, fields } of before) {
      expect(records).toBe(3);
      expect(fields.map(({ coordinate }: any) => coordinate)).toContain('CrossingRecord.sex');
    }
    const all = (await Promise.all(ids.map(recipients))).flat();
    expect(all).toHaveLength(9);
    await withSalts((salts) => salts.erase({ type: RECORD, id }));
    expect(await recipients(id)).toEqual([]);
    expect(await recipients('NOBODY')).toEqual([]);
    expect(await disclosures(OF_CROSSINGS)).toHaveLength(3);
  });

  it("nobody but the owner's oversight gets anything", async () => {
    for (const as of ['auditor.col', 'dpo.usa', 'administrator.col']) {
      const { body } = await lookedUp(`disclosures ${DISCLOSURE}`, as);
      expect(body.data.evidence).toBeNull();
      expect(body.extensions.notices).toContainEqual(
        expect.objectContaining({ code: 'WITHHELD', coordinate: 'Query.panamaDarienFlowEvidence' }),
      );
    }
    const query = `{ panamaDarienFlowEvidence { leaves } }`;
    for (const purpose of ['MIGRATION_MANAGEMENT', 'STATISTICS'] as const)
      expect(
        (await federation.ask({ as: 'analyst.pan', purpose, query })).body.data.panamaDarienFlowEvidence,
      ).toBeNull();
    for (const as of ['dpo.pan', 'administrator.pan'])
      expect((await lookedUp(`disclosures ${DISCLOSURE}`, as)).body.data.evidence.found.edges.length).toBeGreaterThan(
        0,
      );
  });

  it('each look-up is evidence itself, without what was asked about', async () => {
    const { body } = await lookedUp(
      `recipients(type: "${RECORD}", id: "SOMEBODY-LOOKED-FOR") ${DISCLOSURE}`,
      'dpo.pan',
    );
    const looks = await disclosures('field: "Query.panamaDarienFlowEvidence", party: "PAN"');
    const own = looks.find(({ requestId }) => requestId === body.extensions.disclosure.requestId);
    expect(own).toMatchObject({
      requester: 'dpo.pan',
      roles: ['DATA_PROTECTION_OFFICER'],
      purpose: 'POLICY_ADMINISTRATION',
      agreements: ['PAN:PAN-DOMESTIC'],
      records: 0,
    });
    expect(JSON.stringify(looks)).not.toContain('SOMEBODY-LOOKED-FOR');
  });

  it("not even a rule of the owner's own shows its evidence to another party, or to who works with the data", async () => {
    const file = path.join(federation.rulesDirectory, 'agreements', 'domestic.pan.yaml');
    const shipped = await readFile(file, 'utf8');
    const opened = shipped
      .replace('parties: [PAN]', 'parties: [COL, PAN]')
      .replace(
        'audience: { parties: [PAN], roles: [ADMINISTRATOR, AUDITOR, DATA_PROTECTION_OFFICER] }',
        'audience: { parties: [COL, PAN] }',
      )
      .replace('purposes: [AUDIT, POLICY_ADMINISTRATION]', 'purposes: [AUDIT, MIGRATION_MANAGEMENT]');
    expect(opened).not.toBe(shipped);
    await writeFile(file, opened);
    const query = '{ panamaDarienFlowEvidence { leaves } }';
    const analyst = { as: 'analyst.pan', purpose: 'MIGRATION_MANAGEMENT', query } as const;
    const refused = await eventually(async () => (await federation.ask(analyst)).body.errors ?? []);
    expect(refused.map(({ extensions }) => extensions.code)).toEqual(['NOT_YOUR_EVIDENCE']);
    const { body } = await federation.ask({ as: 'auditor.col', purpose: 'AUDIT', query });
    expect([body.data.panamaDarienFlowEvidence, body.errors[0].extensions.code]).toEqual([null, 'NOT_YOUR_EVIDENCE']);
    expect((await lookedUp(`disclosures ${DISCLOSURE}`)).body.data.evidence.found.edges.length).toBeGreaterThan(0);
  });
});
