import { DeciderCache } from '@pasarela/schema/access/decider';
import { loadRuleSet } from '@pasarela/schema/access/load-rule-set';
import { RequesterSchemas } from '@pasarela/schema/access/view/requester-schema';
import { loadContract } from '@pasarela/schema/contract';
import type { Requester } from '@pasarela/schema/identity/requester';
import { ANALYST } from '@pasarela/schema/testing/requesters';
import { authorize } from '../authorize/authorize';
import { parseOperation } from '../parse/parse-operation';
import type { Planned } from '../request-state';
import { parseFerry } from '../testing/ferry-request';
import { planOperation } from './plan-operation';
import { Planner } from './planner';

const contract = loadContract();
const { ruleSet } = loadRuleSet(contract.directory, contract.labels);
const planner = new Planner(contract.supergraph);
afterAll(() => planner.close());

const PANAMANIAN: Requester = { ...ANALYST, party: 'PAN', agency: 'SNM' };
const COLOMBIAN: Requester = { ...ANALYST, party: 'COL', agency: 'MIGRACION_COLOMBIA' };

/** Plans a query of the product's own contract, under the rules that ship. */
function planFor(requester: Requester, query: string, variables: Record<string, unknown> = {}): Promise<Planned> {
  const deciders = new DeciderCache();
  const limits = { maxTokens: 500, maxDepth: 10, maxIntrospectionFields: 400, maxFields: 100, maxCost: 10_000 };
  const request = { ...parseFerry({ query: '{ people { id } }' }), requester, query, variables };
  const schemas = new RequesterSchemas(planner.apiSchema, deciders);
  return planOperation(authorize(parseOperation(request, ruleSet, { limits, deciders, schemas }), limits), planner);
}

const RECORDS =
  'query ($first: Int = 2, $sex: RecordedSex) { crossingRecords(first: $first, filter: { sex: $sex }) { edges { node { sex station { code } } } } }';

describe('planOperation', () => {
  it('plans what is left, and names the subgraphs that will be asked, each once', async () => {
    const query =
      '{ nationalities(codes: ["VEN"]) { code darienCrossings(year: 2022) { count { value } } urabaDepartures(year: 2023) { value } } b: nationalities(codes: ["HTI"]) { nameEn } }';
    expect((await planFor(PANAMANIAN, query)).subgraphs).toEqual(['colombia-departures', 'panama-darien-flow']);
  });

  it('what is withheld is in neither text nor plan', async () => {
    const { pruned, plan } = await planFor(COLOMBIAN, RECORDS);
    expect(pruned.text).toContain('sex');
    expect(pruned.text).not.toContain('station');
    expect(JSON.stringify(plan)).not.toContain('station');
    expect(JSON.stringify((await planFor(PANAMANIAN, RECORDS)).plan)).toContain('station');
  });

  it('plans of one text are one, and of what differs after pruning are not (threat 21)', async () => {
    const one = await planFor(COLOMBIAN, RECORDS);
    expect((await planFor(COLOMBIAN, RECORDS, { first: 9 })).plan).toBe(one.plan);
    expect((await planFor(PANAMANIAN, RECORDS)).plan).not.toBe(one.plan);
  });

  it('keeps the variables that are left, defaults included, and no other', async () => {
    const query =
      'query ($n: Int = 3, $f: Int = 2024) { crossingRecords(first: $n) { edges { cursor } } darienCrossingsByYear(from: $f, to: $f) { year } }';
    const stranger = { ...COLOMBIAN, party: 'USA', agency: 'DHS' };
    expect((await planFor(stranger, query)).pruned.text).toMatch(
      /^query \(\$f: Int = 2024\) \{\s+darienCrossingsByYear/,
    );
    expect((await planFor(PANAMANIAN, query)).pruned.text).toMatch(/^query \(\$n: Int = 3, \$f: Int = 2024\)/);
  });

  it('has no plan when there is nothing to fetch', async () => {
    for (const query of [
      '{ __typename }',
      '{ usaSmugglingCases { edges { cursor } } }',
      '{ __schema { types { name } } }',
    ])
      expect(await planFor(PANAMANIAN, query)).toMatchObject({ plan: null, subgraphs: [] });
  });
});
