import { decideFerry, FERRY_LABELS, FERRY_SCHEMA } from '../../testing/ferry';
import { ANALYST } from '../../testing/requesters';
import { agreementOf, capOf, grantOf, ruleSetOf, TEST_INSTANT } from '../../testing/rules';
import { noticesOf } from '../notice';
import type { Cap } from '../rule';
import { type SimulatedRequest, Simulator } from './simulate';

let versions = 0;
const rulesOf = (granted: readonly string[], caps: readonly Cap[] = []) =>
  ruleSetOf({ labels: FERRY_LABELS, grants: [grantOf(granted)], caps, version: `version ${versions++}` });

const simulator = new Simulator(FERRY_SCHEMA);
const REQUEST = { requester: ANALYST, purpose: 'MIGRATION_MANAGEMENT', caseGiven: false, at: TEST_INSTANT } as const;
const simulate = (query: string, granted: readonly string[] = [], changes: Partial<SimulatedRequest> = {}) =>
  simulator.simulate({ ...REQUEST, query, ...changes }, rulesOf(granted));

describe('Simulator: what would be answered', () => {
  it('tells the level of each field at its place, and the notices', () => {
    const { refused, fields, notices } = simulate('{ people(first: 3) { n: name age } }', ['Person.name']);
    expect(refused).toBeNull();
    expect(fields).toEqual([
      { path: 'people.@', coordinate: 'Query.people', level: 'full', conditional: false },
      { path: 'people.@.n', coordinate: 'Person.name', level: 'full', conditional: false },
      { path: 'people.@.age', coordinate: 'Person.age', level: 'none', conditional: false },
    ]);
    expect(notices).toMatchObject([{ code: 'WITHHELD', path: 'people.@.age' }]);
  });

  it.each([
    '{ people { name age friends { id name } } seats { row taken } }',
    '{ travellers { name ... on Crew { rank } } found { ... on Parcel { weight } } }',
    'query ($yes: Boolean = false) { people { name @include(if: $yes) ...P } } fragment P on Person { trips { value } }',
    '{ page { edges { node { name } } more } }',
  ])('decides as the walk over the query does: %s', (query) => {
    const granted = ['Person.name', 'Person.trips', 'Query.page', 'Crew.rank'];
    const caps = [capOf({ target: { coordinates: ['Person.trips'] }, level: 'rounded' })];
    const variables = query.includes('$yes') ? { yes: false } : {};
    const decided = decideFerry(query, { granted, caps, variables });
    const ruleSet = rulesOf(granted, caps);
    const simulated = simulator.simulate({ ...REQUEST, query }, ruleSet);
    expect(simulated.fields.map(({ path, coordinate, level }) => `${path} ${coordinate} ${level}`)).toEqual(
      decided.decided,
    );
    expect(simulated.notices).toEqual(noticesOf(decided, ruleSet, 'en'));
    expect(simulated.fields.length).toBeGreaterThan(1);
  });

  it('decides at the instant that it is asked for', () => {
    const { from, to } = agreementOf();
    const levelAt = (at: number) => simulate('{ people { name } }', ['Person.name'], { at }).fields[1]?.level;
    expect([from - 1, from, to - 1, to].map(levelAt)).toEqual(['none', 'full', 'full', 'none']);
  });

  it('decides as for somebody who opened an agreement, with the schema and the notices that they would have', () => {
    const glass = grantOf(['Person.name', 'Person.claim'], { breakGlass: { hours: 4 } });
    const ruleSet = ruleSetOf({ labels: FERRY_LABELS, grants: [glass], version: `version ${versions++}` });
    const asked = (query: string, opened?: readonly string[]) =>
      simulator.simulate({ ...REQUEST, query, opened }, ruleSet);
    const levels = [undefined, ['PAN:TEST-AGREEMENT'], ['PAN:NOTHING'], undefined].map(
      (opened) => asked('{ people { name } }', opened).fields[1]?.level,
    );
    expect(levels).toEqual(['none', 'full', 'none', 'none']);
    expect(asked('{ people { claim } }').refused).toBe('UNKNOWN_FIELD');
    const { refused, notices } = asked('{ people { claim } }', ['PAN:TEST-AGREEMENT']);
    expect([refused, notices.map(({ code, coordinate }) => `${code} ${coordinate}`)]).toEqual([
      null,
      ['BREAK_GLASS Person.claim'],
    ]);
  });

  it('decides each rule set for itself, one after the other', () => {
    const levels = [['Person.name'], [], ['Person.name']].map(
      (granted) => simulate('{ people { name } }', granted).fields[1]?.level,
    );
    expect(levels).toEqual(['full', 'none', 'full']);
  });

  it('answers in the language that it is asked in', () => {
    const { notices } = simulate('{ people { age } }', [], { language: 'es' });
    expect(notices[0]?.reason).toMatch(/^Ningún acuerdo/);
  });
});

describe('Simulator: what would be refused', () => {
  it.each<[string, string, Partial<SimulatedRequest>]>([
    ['INPUT_WITHHELD', '{ people(filter: { age: 3 }) { id } }', {}],
    ['MUTATION_WITHHELD', 'mutation { board(name: "x") { id } }', {}],
    ['UNKNOWN_FIELD', '{ people { ghost } }', {}],
    ['UNKNOWN_FIELD', '{ people { claim } }', {}],
    ['INVALID_QUERY', '{ people }', {}],
    ['INVALID_QUERY', '{ people { _pasarela_typename: name } }', {}],
    ['GRAPHQL_PARSE_FAILED', '{ people {', {}],
    ['TOO_MANY_TOKENS', `{ ${'people { id } '.repeat(1_500)} }`, {}],
    ['TOO_MANY_FIELDS', `{ ${'...A '.repeat(700)} } fragment A on Query { people { id name } }`, {}],
    ['UNKNOWN_OPERATION', 'query A { people { id } } query B { people { id } }', {}],
    ['UNKNOWN_OPERATION', 'query A { people { id } }', { operationName: 'B' }],
    ['BAD_VARIABLES', 'query ($n: Int!) { people(first: $n) { id } }', { variables: { n: 'secret' } }],
    ['NO_PARTY', '{ people { id } }', { requester: { ...ANALYST, party: 'BRA' } }],
    ['PURPOSE_NOT_GRANTED', '{ people { id } }', { purpose: 'AUDIT' }],
    [
      'CASE_REFERENCE_REQUIRED',
      '{ people { id } }',
      { requester: { ...ANALYST, purposes: ['ENFORCEMENT'] }, purpose: 'ENFORCEMENT' },
    ],
  ])('%s: %.60s', (code, query, changes) => {
    expect(simulate(query, ['Person.name'], changes)).toMatchObject({ refused: code, fields: [], notices: [] });
  });

  it('a PROTECTED field that may be theirs exists', () => {
    expect(simulate('{ people { claim } }', ['Person.claim']).refused).toBeNull();
  });

  it('a case that is named opens a purpose that needs one', () => {
    const requester = { ...ANALYST, purposes: ['ENFORCEMENT' as const] };
    const asked = { requester, purpose: 'ENFORCEMENT' as const, caseGiven: true };
    expect(simulate('{ people { id } }', [], asked).refused).toBeNull();
  });

  it('says where the syntax breaks', () => {
    expect(simulate('{\n  people { "secret"\n}').refusal).toMatch(/line 2, column 12/);
  });

  it('says whom to ask for a mutation, in the language that it is asked in', () => {
    const { refusal } = simulate('mutation { board(name: "x") { id } }', [], { language: 'es' });
    expect(refusal).toBe(
      "No puede ejecutar Mutation.board; no se hizo nada de la operación. Consulte a Panama's data protection officer.",
    );
  });

  it('a mutation that is allowed tells its fields', () => {
    const { refused, fields } = simulate('mutation { board(name: "x") { name } }', ['Mutation.board', 'Person.name']);
    expect(refused).toBeNull();
    expect(fields.map(({ coordinate, level }) => [coordinate, level])).toEqual([
      ['Mutation.board', 'allow'],
      ['Person.name', 'full'],
    ]);
  });
});
