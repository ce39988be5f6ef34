import { DeciderCache } from '@pasarela/schema/access/decider';
import { loadRuleSet } from '@pasarela/schema/access/load-rule-set';
import { type Simulation, Simulator } from '@pasarela/schema/access/review/simulate';
import type { RuleSet } from '@pasarela/schema/access/rule-set';
import { apiSchemaOf } from '@pasarela/schema/access/view/api-schema';
import { RequesterSchemas } from '@pasarela/schema/access/view/requester-schema';
import { loadContract } from '@pasarela/schema/contract';
import { credentialHeaders } from '@pasarela/schema/identity/possession/credentials';
import type { Purpose } from '@pasarela/schema/identity/purposes';
import type { Requester } from '@pasarela/schema/identity/requester';
import { schemaDirectory } from '@pasarela/schema/package-directory';
import { PERSONAS, type Persona } from '@pasarela/scripts/development/personas';
import { SeededRandom } from '@pasarela/serve/domain/seeded-random';
import type { GraphQLSchema } from 'graphql';
import { type OpenFederation, openFederation } from '../federation/open-federation';
import { generateRequest } from '../noninterference/generate-request';
import type { GeneratedRequest } from '../noninterference/spoil-query';
import { ValuePool } from '../noninterference/value-pool';
import { personaCredentials } from '../threats/forge/persona-credentials';

const CASES = 300;
const HOUR_MS = 3_600_000;
/** Before any agreement, while all are in force, and after some and after all have ended. */
const DAYS = ['2023-12-31', '2026-11-25', '2027-12-31', '2100-01-01'] as const;

/** Lists of records, on which rules do most, are asked more often than figures. */
const WEIGHTS = new Map(['crossingRecords', 'permits', 'usaSmugglingCases'].map((list) => [list, 250] as const));

const isOfRecords = (coordinate: string): boolean => /^(CrossingRecord|Permit|UsaSmugglingCase)\./.test(coordinate);
const noonOf = (day: string): number => Date.parse(`${day}T12:00:00Z`);

interface Case {
  readonly name: string;
  readonly persona: Persona;
  readonly day: string;
  readonly request: GeneratedRequest;
}

/** What an administrator is told beforehand of somebody's question on a day, and what the gateway then decides. */
describe('what a simulation says is what the gateway does', () => {
  const contract = loadContract();
  const api = apiSchemaOf(contract.supergraph);
  const { ruleSet } = loadRuleSet(schemaDirectory, contract.labels);
  const cases = casesFrom(api, ruleSet);
  const simulator = new Simulator(api);
  let federation: OpenFederation;
  // Opened before the first of the days: a gateway takes no proof that was made before it started.
  let aheadMs = noonOf(DAYS[0]) - Date.now() - HOUR_MS;
  const now = () => new Date(Date.now() + aheadMs);

  beforeAll(async () => {
    federation = await openFederation({ now, scale: 0.005 });
  });
  afterAll(() => federation.close());

  const simulate = ({ persona: requester, day, request: { query, variables, headers } }: Case): Simulation =>
    simulator.simulate(
      {
        requester,
        purpose: headers['x-purpose'] as Purpose,
        caseGiven: headers['x-case-reference'] !== undefined,
        at: noonOf(day),
        query,
        variables,
        language: headers['accept-language'] === 'es' ? 'es' : 'en',
      },
      ruleSet,
    );

  /** Asks at noon of the day, with a dry run: nothing is fetched, so that only decisions are compared. */
  async function gatewaySays({ day, request, name }: Case) {
    aheadMs = noonOf(day) - Date.now();
    const credentials = await personaCredentials({ ...federation, clock: { aheadMs } }, name);
    const target = { method: 'POST', address: federation.gateway.address };
    const presented = await credentialHeaders(credentials, target, now);
    const headers = { ...request.headers, ...presented, 'x-dry-run': 'true' };
    const { query, variables } = request;
    const { body } = await federation.ask({ query, variables: { ...variables }, headers });
    // What is refused has no notices, not even an empty list.
    const refused = body.extensions.notices === undefined ? body.errors[0] : undefined;
    return {
      refused: refused?.extensions.code ?? null,
      refusal: refused?.message ?? null,
      notices: body.extensions.notices ?? [],
    };
  }

  it(`in ${CASES} cases of somebody, a purpose, a question and a day`, async () => {
    for (const one of cases) {
      const { fields: _, ...told } = simulate(one);
      expect({ ...one, ...(await gatewaySays(one)) }).toEqual({ ...one, ...told });
    }
  }, 120_000);

  it('of which many are refused, lowered and withheld, on every day', () => {
    const told = cases.map((one) => ({ ...one, ...simulate(one) }));
    expect(cases).toHaveLength(CASES);
    for (const day of DAYS) {
      const ofDay = told.filter((one) => one.day === day);
      expect(ofDay.filter(({ refused }) => refused === null).length).toBeGreaterThan(CASES / 16);
      expect(ofDay.filter(({ refused }) => refused !== null)).not.toEqual([]);
      expect(ofDay.filter(({ notices }) => notices.some(({ code }) => code === 'WITHHELD')).length).toBeGreaterThan(10);
    }
    expect(told.filter(({ refused }) => refused !== null).length).toBeGreaterThan(CASES / 10);
    expect(told.filter(({ notices }) => notices.some(({ code }) => code === 'LOWERED')).length).toBeGreaterThan(5);
    expect(new Set(told.map(({ refused }) => refused)).size).toBeGreaterThan(6);
  });
});

function casesFrom(api: GraphQLSchema, ruleSet: RuleSet): Case[] {
  const random = new SeededRandom(43);
  const schemas = new RequesterSchemas(api, new DeciderCache());
  const everybody = [...PERSONAS];
  const withRecords = everybody.filter(([name]) => /^(analyst|investigator|protection)\./.test(name));
  const names = [...ruleSet.labels.fields.keys()].map((coordinate) => coordinate.split('.')[1] as string);
  return Array.from({ length: CASES }, (_, index) => {
    const [name, persona] = random.pick(random.chance(0.3) ? everybody : withRecords);
    const day = DAYS[index % DAYS.length] as string;
    // Mostly of names that exist for them, now and then of all.
    const { askable } = schemas.for(persona as Requester, ruleSet, noonOf(day));
    const schema = random.chance(0.85) ? askable : api;
    const source = { schema, names, pool: new ValuePool(), weights: WEIGHTS, isWanted: isOfRecords };
    const request = generateRequest(7_000 + index, { ...source, purpose: random.pick(persona.purposes) });
    return { name, persona, day, request };
  });
}
