import { conditionText } from '@pasarela/schema/access/conditions/parse-condition';
import { Decider } from '@pasarela/schema/access/decider';
import type { Cap } from '@pasarela/schema/access/rule';
import { labelsOf } from '@pasarela/schema/testing/labels';
import { capOf, ruleSetOf, subjectOf } from '@pasarela/schema/testing/rules';
import { buildSchema, type GraphQLObjectType, graphql } from 'graphql';
import { withRecord } from '../domain/raw-record';
import { contextAt } from '../testing/serve-context';
import { hideRows } from './hide-rows';

const SDL = `
  scalar _Any
  union _Entity = Case
  type Query @owner(party: "USA") {
    persons: [Person!] @sensitivity(as: PUBLIC)
    groups: [[Person]] @sensitivity(as: PUBLIC)
    person: Person @sensitivity(as: PUBLIC)
    page: PersonConnection @sensitivity(as: PUBLIC)
    travellers: [Traveller!] @sensitivity(as: PUBLIC)
    traveller: Traveller @sensitivity(as: PUBLIC)
    found: [Found!] @sensitivity(as: PUBLIC)
    parcels: [Parcel!] @sensitivity(as: PUBLIC)
    things: [Thing!] @sensitivity(as: PUBLIC)
    _entities(representations: [_Any!]!): [_Entity]!
  }
  interface Traveller @owner(party: "USA") { name: String @sensitivity(as: PUBLIC) }
  type Person implements Traveller @owner(party: "USA") @record(of: PERSON)
    @attribute(name: "role", type: STRING, as: PERSONAL) {
    name: String @sensitivity(as: PUBLIC)
    friend: Person @sensitivity(as: PUBLIC)
  }
  type Crew implements Traveller @owner(party: "USA") { name: String @sensitivity(as: PUBLIC) }
  type Parcel @owner(party: "USA") { name: String @sensitivity(as: PUBLIC) }
  union Found = Person | Parcel
  union Thing = Parcel | Crew
  type Case @owner(party: "USA") @key(fields: "id") @record(of: CASE) @attribute(name: "tlp", type: STRING, as: PERSONAL) {
    id: ID! @sensitivity(as: PUBLIC)
  }
  type PersonConnection @structural { edges: [PersonEdge!]! total: Int }
  type PersonEdge @structural { cursor: String node: Person! }
`;
const labels = labelsOf(SDL);

const suspectsOnly = capOf({ target: { rows: ['Person'] }, unless: conditionText.parse({ role: 'SUSPECT' }) });
const noRed = capOf({ target: { rows: ['Case'] }, when: conditionText.parse({ tlp: 'RED' }) });

type Row = Record<string, unknown>;
const rowOf = (type: string, name: string, record: Row, more: Row = {}) =>
  withRecord({ __typename: type, name, ...more }, record);
const suspect = (name: string, more?: Row) => rowOf('Person', name, { role: 'SUSPECT' }, more);
const witness = (name: string, more?: Row) => rowOf('Person', name, { role: 'WITNESS' }, more);
const unknown = (name: string) => rowOf('Person', name, { role: null });
const crew = { __typename: 'Crew', name: 'Crew' };
const parcel = { __typename: 'Parcel', name: 'Parcel' };

/** A schema in which rows are hidden by rules. */
function schemaUnder(caps: Cap[]) {
  const schema = buildSchema(SDL, { assumeValidSDL: true });
  const ruleSet = ruleSetOf({ labels, caps });
  const resolversOf = () =>
    Object.values(schema.getTypeMap()).flatMap((type) =>
      'getFields' in type
        ? Object.values((type as GraphQLObjectType).getFields()).map(
            (field) => [`${type.name}.${field.name}`, field.resolve] as const,
          )
        : [],
    );
  return { schema, ruleSet, resolversOf };
}

/** Asks a query about rows as an analyst of Colombia. */
async function ask(source: string, rootValue: Row, caps: Cap[] = [suspectsOnly]) {
  const { schema, ruleSet } = schemaUnder(caps);
  hideRows(schema, ruleSet);
  const decider = new Decider(ruleSet, subjectOf());
  const exists = (type: string, record: object | undefined) => decider.rows(type).exist.holds(record);
  const { data, errors } = await graphql({ schema, source, rootValue, contextValue: { ...contextAt('full'), exists } });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data));
}

describe('hideRows leaves out what does not exist for the requester', () => {
  it('from a list, and with it what its record does not tell', async () => {
    const persons = [suspect('A'), witness('B'), unknown('C'), suspect('D')];
    expect(await ask('{ persons { name } }', { persons })).toEqual({ persons: [{ name: 'A' }, { name: 'D' }] });
  });

  it('from a list that is resolved later, and one whose rows are', async () => {
    const persons = async () => [Promise.resolve(witness('B')), Promise.resolve(suspect('D'))];
    expect(await ask('{ persons { name } }', { persons })).toEqual({ persons: [{ name: 'D' }] });
  });

  it('from lists of lists, where nulls stay', async () => {
    const groups = [[suspect('A'), null, witness('B')], [witness('C')], null];
    expect(await ask('{ groups { name } }', { groups })).toEqual({ groups: [[{ name: 'A' }, null], [], null] });
  });

  it('with its edge, cursor and all', async () => {
    const edges = [suspect('A'), witness('B'), suspect('C')].map((node, index) => ({ node, cursor: `at ${index}` }));
    expect(await ask('{ page { edges { cursor node { name } } } }', { page: { edges } })).toEqual({
      page: {
        edges: [
          { cursor: 'at 0', node: { name: 'A' } },
          { cursor: 'at 2', node: { name: 'C' } },
        ],
      },
    });
  });

  it('where it stands alone: null, like what is not there', async () => {
    const question = '{ person { name friend { name } } }';
    expect(await ask(question, { person: suspect('A', { friend: witness('B') }) })).toEqual({
      person: { name: 'A', friend: null },
    });
    const [hidden, absent] = [await ask(question, { person: witness('B') }), await ask(question, { person: null })];
    expect(hidden).toEqual({ person: null });
    expect(JSON.stringify(hidden)).toBe(JSON.stringify(absent));
  });

  it('behind an interface, and nothing of other types there', async () => {
    const travellers = [witness('A'), crew, suspect('B')];
    const { travellers: shown } = await ask('{ travellers { __typename name } }', { travellers });
    expect(shown).toEqual([
      { __typename: 'Crew', name: 'Crew' },
      { __typename: 'Person', name: 'B' },
    ]);
    expect(await ask('{ traveller { name } }', { traveller: witness('A') })).toEqual({ traveller: null });
  });

  it('behind a union', async () => {
    expect(await ask('{ found { __typename } }', { found: [witness('A'), parcel, suspect('B')] })).toEqual({
      found: [{ __typename: 'Parcel' }, { __typename: 'Person' }],
    });
  });

  it('among entities in its place, so that every key keeps its own', async () => {
    const cases = ['GREEN', 'RED', 'AMBER'].map((tlp) => withRecord({ __typename: 'Case', id: tlp }, { tlp }));
    const question = '{ _entities(representations: ["1", "2", "3", "4"]) { ... on Case { id } } }';
    expect(await ask(question, { _entities: [...cases, null] }, [noRed])).toEqual({
      _entities: [{ id: 'GREEN' }, null, { id: 'AMBER' }, null],
    });
  });

  it('when no stored record is known of it', async () => {
    const bare = { __typename: 'Person', name: 'A' };
    expect(await ask('{ persons { name } person { name } }', { persons: [bare, suspect('B')], person: bare })).toEqual({
      persons: [{ name: 'B' }],
      person: null,
    });
  });

  it('by every rule, each on its own type', async () => {
    const of = (tlp: string) => withRecord({ __typename: 'Case', id: tlp }, { tlp });
    const { persons, _entities } = await ask(
      '{ persons { name } _entities(representations: ["1"]) { __typename } }',
      { persons: [witness('A')], _entities: [of('RED')] },
      [suspectsOnly, noRed],
    );
    expect([persons, _entities]).toEqual([[], [null]]);
  });
});

describe('hideRows leaves alone', () => {
  it('every field that leads to no type with a row rule: it keeps its very resolver', () => {
    const { schema, ruleSet, resolversOf } = schemaUnder([suspectsOnly]);
    const parcels = () => [parcel];
    Object.assign(schema.getQueryType()?.getFields().parcels as object, { resolve: parcels });
    const before = new Map(resolversOf());
    hideRows(schema, ruleSet);
    const wrapped = resolversOf().filter(([name, resolve]) => resolve !== before.get(name));
    expect(wrapped.map(([name]) => name)).toEqual([
      'Query.persons',
      'Query.groups',
      'Query.person',
      'Query.travellers',
      'Query.traveller',
      'Query.found',
      'Person.friend',
      'PersonConnection.edges',
      'PersonEdge.node',
    ]);
    expect(new Map(resolversOf()).get('Query.parcels')).toBe(parcels);
  });

  it('everything where no rule is about rows', () => {
    const { schema, ruleSet, resolversOf } = schemaUnder([capOf({ target: { types: ['Person'] } })]);
    const before = resolversOf();
    hideRows(schema, ruleSet);
    expect(resolversOf()).toEqual(before);
  });

  it('rows that a rule spares for this requester', async () => {
    const abroad = { ...suspectsOnly, audience: { parties: ['PAN'] } };
    expect(await ask('{ persons { name } }', { persons: [witness('A')] }, [abroad])).toEqual({
      persons: [{ name: 'A' }],
    });
  });
});
