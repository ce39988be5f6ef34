import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { type OpenFederation, openFederation } from '../federation/open-federation';

const SHAPE = /* GraphQL */ `
  fragment TwoCounts on Reconciliation {
    __typename flow period comparability
    first { ...Figure } revisionsOfFirst { value }
    second { ...Figure } revisionsOfSecond { value status }
    difference { value state }
    knownReasons { reason textEn textEs }
  }
  fragment Figure on Count { value state countingParty definition unit asOf coverageFrom coverageTo source dataset }
`;
const DARIEN = `{ darienReconciliations { ...TwoCounts } } ${SHAPE}`;
const ALL_FLOWS = `{
  darienReconciliations { ...TwoCounts }
  returnReconciliations { ...TwoCounts firstPublisher secondPublisher }
  protectionReconciliations { ...TwoCounts }
} ${SHAPE}`;
const FROM_PANAMAS_SIDE = `{
  darienCrossingsByYear(from: 2022, to: 2023) { year count { value } reconciliation { ...TwoCounts } }
} ${SHAPE}`;

const REVISE = `mutation Revise($input: ReviseMonthlyCrossingsInput!) {
  reviseMonthlyCrossings(input: $input) { count { value } }
}`;

/** An owner's restriction on its own count of the Darién, for the dashboards of others. */
const capOf = (owner: string, field: string, role = 'DASHBOARD') => `guardrails: ${owner}-OWN-COUNT
owner: ${owner}
title: { en: Its own count, es: Su propio conteo }
caps:
  - id: ${owner}-NOT-FOR-DASHBOARDS
    fields: { DarienReconciliation: [${field}] }
    audience: { roles: [${role}] }
    scope: CROSSING
    level: none
    reason: { en: Not for dashboards of others., es: No para los tableros de otros. }
    source: A test
`;

let federation: OpenFederation;
const asked = async (as: string, query: string) =>
  (await federation.ask({ as, purpose: 'STATISTICS', query })).body as any;
const august = (body: any) => body.data.darienReconciliations.find(({ period }: any) => period === '2023-08');

/** An analyst sets two governments' counts side by side; one of them withholds its count, revises it, goes down. */
describe('two counts of one flow', () => {
  beforeAll(async () => {
    federation = await openFederation();
  });
  afterAll(() => federation.close());

  it('stand side by side in one shape for every flow, with signed differences and reasons', async () => {
    const { data, errors } = await asked('analyst.pan', ALL_FLOWS);
    expect(errors).toBeUndefined();
    const rows = Object.values(data).flat() as any[];
    expect(
      rows.map(({ flow, period, first, second, difference }) => [
        flow,
        period,
        first.value,
        second.value,
        difference.value,
        difference.state,
      ]),
    ).toEqual([
      ['DARIEN_CROSSINGS', '2023', 539_959, 520_085, 19_874, 'VALUE'],
      ['DARIEN_CROSSINGS', '2023-08', 78_514, 81_946, -3_432, 'VALUE'],
      ['DARIEN_CROSSINGS', '2024-01..2024-07', 261_975, 221_582, 40_393, 'VALUE'],
      ['DARIEN_CROSSINGS', '2024', 400_612, 302_203, 98_409, 'VALUE'],
      ['RETURNS_FROM_PANAMA', '2025-05', 1_696, 1_729, -33, 'VALUE'],
      ['RETURNS_FROM_PANAMA', '2025-05', 1_696, 1_969, -273, 'VALUE'],
      ['RETURNS_FROM_PANAMA', '2025-05', 1_729, 1_969, -240, 'VALUE'],
      ['DEATHS_IN_THE_DARIEN', '2024', 173, 55, null, 'NOT_APPLICABLE'],
      ['UNACCOMPANIED_AND_SEPARATED_CHILDREN', '2024', 4_476, 133, null, 'NOT_APPLICABLE'],
    ]);
    for (const { first, second, knownReasons } of rows) {
      const reasons = knownReasons.map(({ reason }: any) => reason);
      expect(reasons.includes('UNIT_DIFFERS')).toBe(first.unit !== second.unit);
      expect(reasons.includes('DEFINITION_DIFFERS')).toBe(first.definition !== second.definition);
      for (const { countingParty, dataset, coverageTo } of [first, second])
        expect([countingParty, dataset, coverageTo].every(Boolean)).toBe(true);
      for (const { textEn, textEs } of knownReasons) expect(textEn).not.toBe(textEs);
    }
  });

  it('tell neither the withheld count nor the difference to whoever may not see one of them', async () => {
    const file = path.join(federation.rulesDirectory, 'guardrails', 'own-count.pan.yaml');
    await writeFile(file, capOf('PAN', 'second'));
    const body = await until('dashboard.usa', ({ data }) => data.darienReconciliations[0].second === null);
    for (const row of body.data.darienReconciliations) {
      expect([row.second, row.revisionsOfSecond, row.difference]).toEqual([null, null, null]);
      expect(row.first.value).not.toBeNull();
    }
    expect(body.errors).toBeUndefined();
    expect(withheld(body)).toEqual([
      ['DarienReconciliation.difference', 'PAN-NOT-FOR-DASHBOARDS'],
      ['DarienReconciliation.revisionsOfSecond', 'PAN-NOT-FOR-DASHBOARDS'],
      ['DarienReconciliation.second', 'PAN-NOT-FOR-DASHBOARDS'],
    ]);
    expect(JSON.stringify(body.data)).not.toMatch(/520085|81946|221582|302203|19874|-3432|40393|98409/);
    const others = await asked('analyst.usa', DARIEN);
    expect(others.data.darienReconciliations[0].difference).toEqual({ value: 19_874, state: 'VALUE' });
    await writeFile(file, capOf('PAN', 'second', 'INVESTIGATOR'));
    await until('dashboard.usa', ({ data }) => data.darienReconciliations[0].second !== null);
  });

  it('tell the difference to nobody who may not see the first, though both are given by another', async () => {
    const file = path.join(federation.rulesDirectory, 'guardrails', 'own-count.col.yaml');
    await writeFile(file, capOf('COL', 'first'));
    const body = await until('dashboard.usa', ({ data }) => data.darienReconciliations[0].first === null);
    expect(withheld(body).map(([coordinate]) => coordinate)).toEqual([
      'DarienReconciliation.difference',
      'DarienReconciliation.first',
      'DarienReconciliation.revisionsOfFirst',
    ]);
    for (const { second, difference } of body.data.darienReconciliations) {
      expect(second.value).not.toBeNull();
      expect(difference).toBeNull();
    }
    expect(JSON.stringify(body.data)).not.toMatch(/539959|78514|261975|400612|19874/);
  });

  it('follow a revision of one of them: it stands among the revisions, and the difference with it', async () => {
    const input = {
      month: '2023-08',
      value: 82_000,
      source: 'https://example.invalid/snm',
      expectedRevisions: 1,
      clientKey: 'two-counts-august-1',
    };
    const { body } = await federation.ask({
      as: 'administrator.pan',
      purpose: 'MIGRATION_MANAGEMENT',
      query: REVISE,
      variables: { input },
    });
    expect(body.errors).toBeUndefined();
    expect(august(await asked('analyst.col', DARIEN))).toMatchObject({
      first: { value: 78_514 },
      second: { value: 82_000 },
      revisionsOfSecond: [
        { value: 81_946, status: 'PROVISIONAL' },
        { value: 82_000, status: 'REVISED' },
      ],
      difference: { value: -3_486, state: 'VALUE' },
    });
  });

  it('keep the first when the owner of the second is down, and draw no difference', async () => {
    await federation.subgraphs.find(({ name }) => name === 'panama-darien-flow')?.close();
    const body = await asked('analyst.col', DARIEN);
    for (const row of body.data.darienReconciliations)
      expect(row).toMatchObject({
        second: null,
        revisionsOfSecond: null,
        difference: null,
        comparability: 'SAME_FLOW',
      });
    expect(august(body).first.value).toBe(78_514);
    expect(outages(body)).toEqual([
      [
        'panama-darien-flow',
        [
          'darienReconciliations.@.difference',
          'darienReconciliations.@.revisionsOfSecond.@',
          'darienReconciliations.@.second',
        ],
      ],
    ]);
  });

  it('say OUTAGE in the saved question, for the count and for the difference', async () => {
    const headers = { authorization: `Bearer ${await federation.token('analyst.pan')}` };
    const { text } = await federation.send('/questions/06.csv?lang=es', { headers });
    const rows = parse(text, { columns: true }) as Array<Record<string, string>>;
    const sideBySide = rows.filter(({ table, período }) => table === 'Lado a lado' && período === '2023');
    expect(sideBySide.map(({ figure, value, state }) => [figure, value, state])).toEqual([
      ['Colombia (alcance más amplio)', '539959', 'VALUE'],
      ['Panamá', '', 'OUTAGE'],
      ['Colombia menos Panamá', '', 'OUTAGE'],
    ]);
  });
});

/** The other way round: Colombia is down, and Panama's own years lead to the same comparison. */
describe('two counts of one flow, of which the first is out of reach', () => {
  beforeAll(async () => {
    federation = await openFederation();
    await federation.subgraphs.find(({ name }) => name === 'colombia-departures')?.close();
  });
  afterAll(() => federation.close());

  it('keep the second', async () => {
    const body = await asked('analyst.pan', FROM_PANAMAS_SIDE);
    expect(
      body.data.darienCrossingsByYear.map(({ year, count, reconciliation }: any) => [
        year,
        count.value,
        reconciliation.flow,
        reconciliation.second.value,
        reconciliation.first,
        reconciliation.difference,
      ]),
    ).toEqual([
      [2022, 248_284, 'DARIEN_CROSSINGS', 248_284, null, null],
      [2023, 520_085, 'DARIEN_CROSSINGS', 520_085, null, null],
    ]);
    const [[subgraph, paths]] = outages(body) as [[string, string[]]];
    expect(subgraph).toBe('colombia-departures');
    expect(paths).toEqual(
      expect.arrayContaining([
        'darienCrossingsByYear.@.reconciliation.difference',
        'darienCrossingsByYear.@.reconciliation.first',
      ]),
    );
  });
});

/** Asks until the answer is as wanted; the enforcement points look for changed rules once a second. */
async function until(as: string, wanted: (body: any) => boolean): Promise<any> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const body = await asked(as, DARIEN);
    if (body.data && wanted(body)) return body;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the change did not take effect');
}

const withheld = ({ extensions }: any): Array<[coordinate: string, rule: string]> =>
  extensions.notices
    .filter(({ code }: any) => code === 'WITHHELD')
    .map(({ coordinate, rule }: any) => [coordinate, rule])
    .sort();

const outages = ({ errors }: any): Array<[subgraph: string, paths: string[]]> =>
  errors
    .filter(({ extensions }: any) => extensions.code === 'SUBGRAPH_UNAVAILABLE')
    .map(({ extensions }: any) => [extensions.subgraph, extensions.paths.toSorted()]);
