import { buildSchema, type GraphQLSchema, Kind, parse } from 'graphql';
import { FERRY_SCHEMA } from '../../testing/ferry';
import { costOf } from './cost';

function costIn(schema: GraphQLSchema, query: string, variables: Record<string, unknown> = {}): number {
  const [operation] = parse(query).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  return costOf(operation.selectionSet, { schema, operation: operation.operation, variables });
}
const cost = (query: string, variables?: Record<string, unknown>) => costIn(FERRY_SCHEMA, query, variables);

describe('costOf: how many objects an answer may hold', () => {
  it.each([
    ['no object', '{ __typename }', 0],
    ['one object', '{ person(id: "1") { name } }', 1],
    ['an object in an object', '{ person(id: "1") { trips { value } } }', 2],
    ['a list of a page', '{ people(first: 7) { name } }', 7],
    ['a page of the default size', '{ people { name } }', 20],
    ['a list without a page', '{ travellers { name } }', 30],
    ['a list within a page', '{ people(first: 2) { friends { name } } }', 2 * (1 + 1)],
    [
      'lists within a list',
      '{ travellers { ... on Person { friends { friends { name } } } } }',
      30 * (1 + 30 * (1 + 30)),
    ],
    ['a connection and its rows', '{ page(first: 5) { edges { node { name } } } }', 5 * (1 + (1 + 1))],
    ['several fields', '{ a: people(first: 3) { name } b: person(id: "1") { name } }', 4],
    ['nothing asked of a page', '{ people(first: 0) { name } }', 0],
  ])('%s', (_, query, expected) => {
    expect(cost(query)).toBe(expected);
  });

  it('takes a page at face value, by literal, variable or default, negative and absurd ones too', () => {
    const query = 'query ($n: Int = 9) { people(first: $n) { name } }';
    expect(cost(query, { n: 9 })).toBe(9);
    expect(cost(query, { n: -50 })).toBe(50);
    expect(cost('{ people(first: 1000000000) { name } }')).toBe(1e9);
  });

  it('grows with depth, so that a short text of much is seen (threat 33)', () => {
    const friends = (levels: number): string => (levels ? `friends { ${friends(levels - 1)} }` : 'name');
    expect(cost(`{ travellers { ... on Person { ${friends(4)} } } }`)).toBeGreaterThan(20_000_000);
  });

  it('counts a page without a size like any list', () => {
    const schema = buildSchema('type Query { rows(first: Int): [Row] } type Row { x: Int }');
    expect(costIn(schema, '{ rows { x } }')).toBe(30);
    expect(costIn(schema, '{ rows(first: null) { x } }')).toBe(30);
  });

  it('an operation that the schema does not have costs nothing', () => {
    expect(cost('subscription { x { y } }')).toBe(0);
  });
});
