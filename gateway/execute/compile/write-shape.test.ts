import { decideFerry, FERRY_SCHEMA } from '@pasarela/schema/testing/ferry';
import { type FragmentDefinitionNode, getVariableValues, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { SHARED_TEXT } from './shared-text';
import { compileShape } from './write-shape';

const ALL = ['Person', 'Crew', 'Parcel', 'Seat', 'Query'].flatMap((name) => {
  const type = FERRY_SCHEMA.getType(name);
  return type && 'getFields' in type ? Object.keys(type.getFields()).map((field) => `${name}.${field}`) : [];
});

interface Asked {
  readonly granted?: readonly string[];
  readonly variables?: Record<string, unknown>;
  readonly introspection?: Record<string, unknown>;
}

function writerOf(query: string, { granted = ALL, variables = {} }: Asked) {
  const { definitions } = parse(query);
  const operation = definitions.find(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  );
  if (!operation) throw new Error('no operation');
  const fragments = definitions.filter(
    (node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION,
  );
  const { coerced = {} } = getVariableValues(FERRY_SCHEMA, operation.variableDefinitions ?? [], variables);
  return compileShape({
    schema: FERRY_SCHEMA,
    operation,
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
    variables: coerced,
    pruned: decideFerry(query, { granted, variables }).selectionSet,
  });
}

const written = (query: string, data: object, asked: Asked = {}) =>
  writerOf(query, asked)(data, asked.introspection ?? {});
const textOf = (...parameters: Parameters<typeof written>) => written(...parameters).text;
const PERSON = '_pasarela_typename';

describe('a shape', () => {
  it('follows the order of the query, with null for what was withheld', () => {
    const data = { seats: [[{ row: 1 }]], people: [{ name: 'Ana' }] };
    const granted = ['Person.name', 'Seat.row', 'Query.people', 'Query.seats'];
    expect(written('{ people { age name } page { more } seats { row } }', data, { granted })).toEqual({
      text: '{"people":[{"age":null,"name":"Ana"}],"page":null,"seats":[[{"row":1}]]}',
      broken: [],
    });
  });

  it('leaves out what the query did not ask for', () => {
    const data = { people: [{ name: 'Ana', age: 7, [PERSON]: 'Person' }], seats: [], secret: 1 };
    expect(textOf('{ people { name } }', data)).toBe('{"people":[{"name":"Ana"}]}');
  });

  it('does not read what is withheld, even if it came', () => {
    const data = { people: [{ name: 'Ana', age: 7 }] };
    expect(textOf('{ people { name age } }', data, { granted: ['Person.name', 'Query.people'] })).toBe(
      '{"people":[{"name":"Ana","age":null}]}',
    );
  });

  it('keeps aliases, each under its own key, and merges what is asked in several places', () => {
    expect(
      textOf('{ p: people { a: name age b: age } }', { _pasarela_as_p: [{ _pasarela_as_a: 'Ana', age: 7 }] }),
    ).toBe('{"p":[{"a":"Ana","age":7,"b":null}]}');
    const query = '{ people { name } ...Q people { ... { id } } } fragment Q on Query { people { age } }';
    expect(textOf(query, { people: [{ name: 'Ana', age: 7, id: '1' }] })).toBe(
      '{"people":[{"name":"Ana","age":7,"id":"1"}]}',
    );
  });

  it('leaves out what is not included', () => {
    const query =
      'query ($v: Boolean!) { people { name @include(if: $v) age @skip(if: $v) ... @include(if: $v) { id } } }';
    expect(textOf(query, { people: [{ age: 7 }] }, { variables: { v: false } })).toBe('{"people":[{"age":7}]}');
  });

  it('answers __typename and introspection without data', () => {
    const query = '{ __typename s: __schema { types { name } } people { __typename t: __typename } }';
    expect(textOf(query, { people: [{}] }, { introspection: { s: { types: [] } } })).toBe(
      '{"__typename":"Query","s":{"types":[]},"people":[{"__typename":"Person","t":"Person"}]}',
    );
  });

  it('takes the type behind an interface from the data, and no type that is none of it', () => {
    const query = '{ travellers { __typename name ... on Crew { rank } ... on Traveller { n: name } } }';
    const crew = { [PERSON]: 'Crew', rank: 'mate', name: 'Bo', _pasarela_as_n: 'Bo' };
    expect(textOf(query, { travellers: [crew, { [PERSON]: 'Person', name: 'Ana' }] })).toBe(
      '{"travellers":[{"__typename":"Crew","name":"Bo","rank":"mate","n":"Bo"},{"__typename":"Person","name":"Ana","n":null}]}',
    );
    for (const ghost of [undefined, 'Ghost', 'Query', 'PersonFilter', '__proto__'])
      expect(written('{ travellers { name } }', { travellers: [{ [PERSON]: ghost, name: 'Ana' }] })).toEqual({
        text: '{"travellers":null}',
        broken: ['travellers.0'],
      });
  });

  it('writes an object that stands at several places once, the same everywhere', () => {
    const query = '{ people { name friends { name } } }';
    const write = writerOf(query, {});
    const shared: Record<string | symbol, unknown> = { name: 'Bo', [SHARED_TEXT]: '' };
    const data = {
      people: [
        { name: 'Ana', friends: [shared] },
        { name: 'Eva', friends: [shared, shared] },
      ],
    };
    expect(write(data, {}).text).toBe(JSON.stringify(data));
    expect(shared[SHARED_TEXT]).toBe('{"name":"Bo"}');
  });

  it('writes it anew where something else is asked of it, or withheld', () => {
    const shared: Record<string | symbol, unknown> = { name: 'Bo', age: 7, [SHARED_TEXT]: '' };
    const data = { people: [{ friends: [shared], _pasarela_as_others: [shared] }] };
    const query = '{ people { friends { name } others: friends { age name } } }';
    expect(textOf(query, data)).toBe('{"people":[{"friends":[{"name":"Bo"}],"others":[{"age":7,"name":"Bo"}]}]}');
    const granted = ALL.filter((coordinate) => coordinate !== 'Person.age');
    expect(textOf(query, data, { granted })).toBe(
      '{"people":[{"friends":[{"name":"Bo"}],"others":[{"age":null,"name":"Bo"}]}]}',
    );
  });
});

describe('a null where the schema allows none', () => {
  const page = '{ page { more edges { cursor node { id name } } } }';
  const edge = (node: unknown) => ({ cursor: 'c', node });

  it.each([
    ['a field', { more: null, edges: [] }, 'page.more'],
    ['a list', { more: true, edges: null }, 'page.edges'],
    ['an entry of a list', { more: true, edges: [edge({ id: '1', name: null }), null] }, 'page.edges.1'],
    ['a field of an entry', { more: true, edges: [edge(null)] }, 'page.edges.0.node'],
    ['a field far below', { more: true, edges: [edge({ id: null, name: 'Ana' })] }, 'page.edges.0.node.id'],
  ])('%s makes the nearest that may be null so, and is told', (_, value, place) => {
    expect(written(page, { page: value })).toEqual({ text: '{"page":null}', broken: [place] });
  });

  it('goes no further than it must', () => {
    const data = { page: { more: null }, people: [{ id: '1' }, { id: null }], person: { id: '1' } };
    expect(textOf(`{ page { more } people { id } person { id } }`, data)).toBe(
      '{"page":null,"people":null,"person":{"id":"1"}}',
    );
  });

  it('a list of lists becomes null at the list that may be', () => {
    expect(textOf('{ seats { row } }', { seats: [[{ row: 1 }], [null]] })).toBe('{"seats":null}');
    expect(textOf('{ seats { row } }', { seats: [null, [{ row: 1 }]] })).toBe('{"seats":null}');
  });

  it('is told at every element, in lists of lists and in one object at several places', () => {
    const query = '{ people { name friends { name friends { id } } } }';
    const broken = { name: 'Bo', friends: [{ id: '1' }, { id: null }], [SHARED_TEXT]: '' };
    const data = { people: [{ friends: [{ name: 'Eva', friends: [] }, broken] }, { friends: [broken] }] };
    expect(written(query, data).broken).toEqual(['people.0.friends.1.friends.1.id', 'people.1.friends.0.friends.1.id']);
    expect(written('{ seats { row } }', { seats: [[{ row: 1 }], [{ row: 2 }, null]] }).broken).toEqual(['seats.1.1']);
  });

  it('is not told of one answer in the next', () => {
    const write = writerOf('{ people { id } }', {});
    expect(write({ people: [{ id: null }] }, {}).broken).toEqual(['people.0.id']);
    expect(write({ people: [{ id: '1' }] }, {})).toEqual({ text: '{"people":[{"id":"1"}]}', broken: [] });
  });
});

describe('names that objects inherit (threat 45)', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
    '%s is an alias like any other',
    (name) => {
      const query = `{ ${name}: people { ${name}: name } }`;
      expect(textOf(query, {})).toBe(`{"${name}":null}`);
      expect(textOf(query, JSON.parse(`{"_pasarela_as_${name}":[{"_pasarela_as_${name}":"Ana"}]}`))).toBe(
        `{"${name}":[{"${name}":"Ana"}]}`,
      );
      expect(textOf(query, JSON.parse(`{"_pasarela_as_${name}":[{}]}`))).toBe(`{"${name}":[{"${name}":null}]}`);
    },
  );

  it.each(['__proto__', 'toString'])('%s as an alias of introspection that has no answer is absent', (name) => {
    expect(textOf(`{ ${name}: __schema { types { name } } }`, {})).toBe('null');
  });
});
