import type { Attack, Stage } from '../attack';
import { type FetchParts, fetchAsGateway, sendDirect } from '../forge/gateway-fetch';

const FORGED = 'FORGED';

/** A representation as its JSON text writes it, so that `__proto__` stays a name. */
const parsed = (text: string): unknown => JSON.parse(text);

async function entitiesAs(stage: Stage, as: string, parts: Omit<FetchParts, 'token'>) {
  const { status, text, body } = await sendDirect(
    stage,
    await fetchAsGateway(stage, { token: await stage.token(as), ...parts }),
  );
  return { status, text, errors: body.errors, entities: body.data?._entities };
}

const PERIODS = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    ... on DarienFlowPeriod { period registeredEntries { value } departures { count { value } } difference { colombiaMinusPanama } }
  }
}`;
const FORGED_COUNT = { value: 7, state: 'VALUE', countingParty: FORGED, definition: FORGED, dataset: FORGED };

/** A field of another subgraph comes in with a representation; whoever asks for it does not get it back. */
async function claimForeignField(stage: Stage): Promise<void> {
  const ask = (representation: object) =>
    entitiesAs(stage, 'analyst.col', {
      subgraph: 'colombia-departures',
      query: PERIODS,
      variables: { representations: [{ __typename: 'DarienFlowPeriod', period: '2024', ...representation }] },
      asserted: { purpose: 'STATISTICS' },
    });
  const genuine = await ask({ registeredEntries: { value: 302203, state: 'VALUE' } });
  const forged = await ask({
    registeredEntries: FORGED_COUNT,
    departures: [{ count: FORGED_COUNT }],
    difference: FORGED_COUNT,
  });
  const { departures } = genuine.entities[0];
  expect(departures.length).toBeGreaterThan(5);
  const answer = { period: '2024', registeredEntries: null, departures };
  expect(genuine.entities).toEqual([{ ...answer, difference: { colombiaMinusPanama: 98409 } }]);
  // The gateway brings what a requirement needs; a false gateway harms its own answer, and no more than that.
  expect(forged.entities).toEqual([{ ...answer, difference: { colombiaMinusPanama: 400605 } }]);
  expect([genuine.text.includes('302203'), forged.text.includes(FORGED)]).toEqual([false, false]);
}

const ARRIVALS = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on Arrival { note origin firstSeen } }
}`;
/** What a false gateway adds to a representation of an arrival. */
const ADDED: Readonly<Record<string, unknown>> = {
  'a field of the type': { note: FORGED },
  'a computed field': { origin: FORGED, get: FORGED },
  'a prototype': parsed(`{ "__proto__": { "note": "${FORGED}" } }`),
  'a prototype of what is required': parsed(`{ "dataset": { "__proto__": { "note": "${FORGED}" } } }`),
  'a constructor': { constructor: { prototype: { note: FORGED } }, toString: FORGED },
  'a field that no requirement names': { companion: { note: FORGED, id: FORGED }, isAdmin: true },
  'an object for a value': { day: { toString: FORGED, $ne: FORGED }, dataset: [{ note: FORGED }] },
};

async function addFields(stage: Stage): Promise<void> {
  const names = Object.keys(ADDED);
  const base = { __typename: 'Arrival', id: 'a-1', dataset: 'SYNTHETIC arrivals', day: '2024-03' };
  const representations = names.map((name) => withFields(base, ADDED[name] as object));
  const { status, text, errors, entities } = await entitiesAs(stage, 'analyst.col', {
    subgraph: 'fixture-appraisals',
    query: ARRIVALS,
    variables: { representations: [base, ...representations] },
  });
  expect([status, errors, text.includes(FORGED)]).toEqual([200, undefined, false]);
  const genuine = { note: 'SYNTHETIC note', origin: 'from SYNTHETIC arrivals', firstSeen: '2024-03' };
  expect(entities[0]).toEqual(genuine);
  for (const [index, name] of names.entries()) expect([name, entities[index + 1].note]).toEqual([name, genuine.note]);
}

/** Own properties of both, `__proto__` among them. */
function withFields(base: object, added: object): object {
  const all = Object.getOwnPropertyDescriptors(added);
  return Object.defineProperties({ ...base }, all);
}

/** Representations of what is no entity of the subgraph, in forms that a reader could stumble over. */
const NO_ENTITIES: readonly unknown[] = [
  { __typename: 'UsaCasePerson', fullName: FORGED, role: 'WITNESS' },
  { __typename: 'Permit', id: '1' },
  { __typename: 'Query', usaSmugglingCases: FORGED },
  { __typename: '_Entity', id: '1' },
  { __typename: 'Sex', id: '1' },
  { __typename: '__proto__', id: '1' },
  { __typename: 'constructor', id: '1' },
  { __typename: ['UsaSmugglingCase'], id: '1' },
  { __typename: null, id: '1' },
  { id: '1' },
  parsed('{ "__proto__": { "__typename": "UsaSmugglingCase", "id": "1" } }'),
  [{ __typename: 'UsaSmugglingCase', id: '1' }],
  'UsaSmugglingCase',
  7,
];
const NATIONALITIES = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { __typename ... on Nationality { code nameEn } ... on UsaSmugglingCase { status } }
}`;

async function nameAnotherType(stage: Stage): Promise<void> {
  const nationality = { __typename: 'Nationality', code: 'VEN' };
  const shown = { ...nationality, nameEn: 'Venezuela' };
  for (const forged of NO_ENTITIES) {
    const { status, text, errors, entities } = await entitiesAs(stage, 'investigator.usa', {
      subgraph: 'usa-smuggling-cases',
      query: NATIONALITIES,
      variables: { representations: [nationality, forged, nationality] },
      asserted: { purpose: 'ENFORCEMENT', caseReference: 'ATTACK-15' },
    });
    expect([forged, status, errors, text.includes(FORGED)]).toEqual([forged, 200, undefined, false]);
    expect(entities).toEqual([shown, null, shown]);
  }
}

/** The attacks of threat 15 by what a representation says. */
export const attacks: readonly Attack[] = [
  {
    number: 15,
    title: "what a representation claims of another subgraph's field is not answered",
    on: 'product',
    guards: ['foreignFields'],
    run: claimForeignField,
  },
  {
    number: 15,
    title: 'fields that nobody asked to be brought, and prototypes, are ignored',
    on: 'appraisals',
    guards: ['trimmedRepresentations'],
    run: addFields,
  },
  {
    number: 15,
    title: 'a representation of another type is null in its place',
    on: 'product',
    guards: ['knownEntities'],
    run: nameAnotherType,
  },
];
