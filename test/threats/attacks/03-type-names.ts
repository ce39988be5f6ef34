import { loadContract } from '@pasarela/schema/contract';
import { type ErrorCode, errorMessage } from '@pasarela/schema/errors';
import { sightingsContract } from '../../fixtures/sightings/open-sightings';
import type { Attack, Stage } from '../attack';
import { namesBeyond, namesIn } from '../schema-names';

interface Breach {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
}

const REVISE = 'reviseMonthlyCrossings';

/** Questions that a GraphQL library answers with the types that it expected. */
const PRODUCT: readonly Breach[] = [
  { query: '{ nationalities }' },
  { query: '{ crossingRecords { edges { node } } }' },
  { query: '{ nationalities { code { x } } }' },
  { query: '{ darienCrossingsByYear(from: 2022) { __typename } }' },
  { query: '{ darienCrossingsByYear(from: "2022", to: 2022) { __typename } }' },
  { query: '{ darienCrossingsByYear(from: 2022, to: 2022, direction: null) { __typename } }' },
  { query: '{ darienCrossingsByYear(from: 2022, to: 2022, direction: "NORTH") { __typename } }' },
  { query: '{ crossingRecords(filter: "x") { edges { __typename } } }' },
  { query: '{ crossingRecords(filter: { sex: 1 }) { edges { __typename } } }' },
  { query: 'query ($f: String) { crossingRecords(filter: $f) { edges { __typename } } }' },
  { query: 'query ($f: Nationality) { crossingRecords(filter: $f) { edges { __typename } } }' },
  { query: 'query ($n: String) { crossingRecords(first: $n) { edges { __typename } } }' },
  { query: 'query ($n: Int!) { crossingRecords(first: $n) { edges { __typename } } }', variables: { n: 'x' } },
  { query: 'query ($n: Int!) { crossingRecords(first: $n) { edges { __typename } } }' },
  { query: `mutation { ${REVISE}(input: {}) { __typename } }` },
  {
    query: `mutation ($i: ReviseMonthlyCrossingsInput!) { ${REVISE}(input: $i) { __typename } }`,
    variables: { i: {} },
  },
  { query: '{ crossingRecords { edges { node { a: sex a: crossedOn } } } }' },
  { query: '{ nationalities { ... on Place { __typename } } }' },
  { query: '{ nationalities { ... on Int { __typename } } }' },
  { query: 'fragment F on Place { __typename } { nationalities { ...F } }' },
];

/** The same of interfaces and unions. */
const SIGHTINGS: readonly Breach[] = [
  { query: '{ finds }' },
  { query: '{ finds { day } }' },
  { query: '{ finds { plate } }' },
  { query: '{ sightings { plate } }' },
  { query: '{ sightings { ... on Query { __typename } } }' },
  { query: '{ finds { ... on PersonSightin { __typename } } }' },
  { query: '{ finds { ... on VehicleSighting { x: day } ... on PersonSighting { x: companion { id } } } }' },
  { query: '{ patrols { fullName { x } } }' },
];

const tryAll = (breaches: readonly Breach[], sdls: () => ReadonlyMap<string, string>) => async (stage: Stage) => {
  const names = namesIn(sdls());
  for (const language of ['en', 'es'] as const)
    for (const breach of breaches) {
      const headers = { 'accept-language': language };
      const { status, body } = await stage.ask({
        as: 'analyst.col',
        purpose: 'MIGRATION_MANAGEMENT',
        headers,
        ...breach,
      });
      expect([breach.query, status, body.errors.length]).toEqual([breach.query, 400, 1]);
      const { code, ...details } = body.errors[0].extensions;
      expect(body.errors[0].message).toBe(errorMessage(code as ErrorCode, language, details));
      expect([breach.query, namesBeyond(body.errors[0], breach.query, names)]).toEqual([breach.query, []]);
    }
};

/** The attacks of threat 3. */
export const attacks: readonly Attack[] = [
  {
    number: 3,
    title: 'what breaks a rule of GraphQL gets a general text, in which no type is named',
    on: 'product',
    guards: ['ownWords', 'variablesUnsaid'],
    run: tryAll(PRODUCT, () => loadContract().subgraphs),
  },
  {
    number: 3,
    title: 'no type behind an interface or a union is named either',
    on: 'sightings',
    guards: ['ownWords'],
    run: tryAll(SIGHTINGS, () => sightingsContract().subgraphs),
  },
];
