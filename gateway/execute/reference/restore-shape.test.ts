import { FERRY_SCHEMA } from '@pasarela/schema/testing/ferry';
import { type FragmentDefinitionNode, type GraphQLObjectType, Kind, parse } from 'graphql';
import { restoreShape } from './restore-shape';

/** Gives data the shape of a query of the test domain, as the JSON that leaves. */
function shapeOf(query: string, data: object | null, options: { variables?: object; introspection?: object } = {}) {
  const { definitions } = parse(query);
  const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('no operation');
  const fragments = definitions.filter(
    (node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION,
  );
  return restoreShape(data as never, operation.selectionSet, FERRY_SCHEMA.getQueryType() as GraphQLObjectType, {
    schema: FERRY_SCHEMA,
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
    variables: { ...options.variables },
    introspection: { ...options.introspection },
  });
}
const textOf = (...parameters: Parameters<typeof shapeOf>) => JSON.stringify(shapeOf(...parameters));
const PERSON = '_pasarela_typename';

describe('restoreShape', () => {
  it('follows the order of the query, with null for what was withheld', () => {
    const data = { seats: [[{ row: 1 }]], people: [{ name: 'Ana' }] };
    expect(textOf('{ people { age name } page { more } seats { row } }', data)).toBe(
      '{"people":[{"age":null,"name":"Ana"}],"page":null,"seats":[[{"row":1}]]}',
    );
  });

  it('leaves out what the query did not ask for', () => {
    const data = { people: [{ name: 'Ana', age: 7, [PERSON]: 'Person' }], seats: [], secret: 1 };
    expect(textOf('{ people { name } }', data)).toBe('{"people":[{"name":"Ana"}]}');
  });

  it('keeps aliases, and each under its own key', () => {
    const data = { _pasarela_as_p: [{ _pasarela_as_a: 'Ana', age: 7 }] };
    expect(textOf('{ p: people { a: name age b: age } }', data)).toBe('{"p":[{"a":"Ana","age":7,"b":null}]}');
  });

  it('merges a field that is asked for in several places', () => {
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

  it('keeps an object of which everything is withheld', () => {
    expect(textOf('{ people { age } }', { people: [{ [PERSON]: 'Person' }] })).toBe('{"people":[{"age":null}]}');
  });

  it('answers __typename and introspection without data', () => {
    const introspection = { s: { types: [] } };
    expect(
      textOf(
        '{ __typename s: __schema { types { name } } people { __typename t: __typename } }',
        { people: [{}] },
        { introspection },
      ),
    ).toBe('{"__typename":"Query","s":{"types":[]},"people":[{"__typename":"Person","t":"Person"}]}');
  });

  it('takes the type behind an interface from the data', () => {
    const query =
      '{ travellers { __typename name ... on Crew { rank } ... on Person { age } ... on Traveller { n: name } } }';
    const data = {
      travellers: [
        { [PERSON]: 'Crew', rank: 'mate', _pasarela_as_n: 'Bo' },
        { [PERSON]: 'Person', name: 'Ana' },
      ],
    };
    expect(textOf(query, data)).toBe(
      '{"travellers":[{"__typename":"Crew","name":null,"rank":"mate","n":"Bo"},{"__typename":"Person","name":"Ana","age":null,"n":null}]}',
    );
  });

  it.each([undefined, 'Ghost', 'Query', 'PersonFilter', '__proto__'])(
    'an object of the type %s is no traveller',
    (name) => {
      expect(textOf('{ travellers { name } }', { travellers: [{ [PERSON]: name, name: 'Ana' }] })).toBe(
        '{"travellers":null}',
      );
    },
  );

  it.each([
    ['a text for an object', '{ person(id: "1") { id name } }', { person: 'secret' }, '{"person":null}'],
    ['a list for an object', '{ person(id: "1") { name } }', { person: [{ name: 'secret' }] }, '{"person":null}'],
    ['an object for a list', '{ people { name } }', { people: { name: 'secret' } }, '{"people":null}'],
  ])('%s is null', (_, query, data, text) => {
    expect(textOf(query, data)).toBe(text);
  });

  it('no data stays no data', () => {
    expect(shapeOf('{ people { name } }', null)).toBeNull();
  });
});

describe('restoreShape: a null where the schema allows none', () => {
  const page = '{ page { more edges { cursor node { id name } } } }';
  const edge = (node: unknown) => ({ cursor: 'c', node });

  it.each([
    ['a field', { more: null, edges: [] }],
    ['a list', { more: true, edges: null }],
    ['an entry of a list', { more: true, edges: [edge({ id: '1' }), null] }],
    ['a field of an entry', { more: true, edges: [edge({ id: '1' }), edge(null)] }],
    ['a field far below', { more: true, edges: [edge({ id: null, name: 'Ana' })] }],
  ])('%s makes the nearest that may be null so', (_, value) => {
    expect(textOf(page, { page: value })).toBe('{"page":null}');
  });

  it('goes no further than it must', () => {
    const data = { page: { more: null, edges: [] }, people: [{ id: '1' }, { id: null }], person: { id: '1' } };
    expect(textOf(`{ page { more } people { id } person { id } }`, data)).toBe(
      '{"page":null,"people":null,"person":{"id":"1"}}',
    );
  });

  it('a list of lists becomes null at the list that may be', () => {
    expect(textOf('{ seats { row } }', { seats: [[{ row: 1 }], [null]] })).toBe('{"seats":null}');
    expect(textOf('{ seats { row } }', { seats: [null, [{ row: 1 }]] })).toBe('{"seats":null}');
  });
});

describe('restoreShape: names that objects inherit (threat 45)', () => {
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

  it('touches no prototype', () => {
    shapeOf('{ __proto__: people { polluted: name } }', JSON.parse('{"__proto__":[{"polluted":"yes"}]}'));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(shapeOf('{ people { name } }', {}))).toBeNull();
  });
});
