import { namedSchemas } from '../testing/labels';
import { checkDirectives } from './check-directives';

const problemsOf = (sdl: string) => checkDirectives(namedSchemas(sdl));
const crossing = (key: string, required: string) => `
  type Crossing @key(fields: "${key}") { id: ID place: Place @external score: Int @requires(fields: "${required}") }
  type Place { code: ID name: String @external }
`;

describe('checkFieldSets', () => {
  it('takes sets of fields that exist, nested and external ones too', () => {
    expect(problemsOf(crossing('id place { code }', 'place { name code }'))).toEqual([]);
  });

  it.each([
    ['id', 'day', 'Crossing.score', 'has @requires of Crossing.day, which does not exist here'],
    ['id', 'place { day }', 'Crossing.score', 'has @requires of Place.day, which does not exist here'],
    ['id', 'id { day }', 'Crossing.score', 'has @requires of ID.day, which does not exist here'],
    ['id', '... on Person { name }', 'Crossing.score', 'has @requires of Person.name, which does not exist here'],
    ['id', '', 'Crossing.score', 'has @requires of what is no set of fields'],
    ['id', 'place {', 'Crossing.score', 'has @requires of what is no set of fields'],
    ['id', '__typename', 'Crossing.score', 'has @requires that names no field'],
    ['number', 'id', 'Crossing', 'has @key of Crossing.number, which does not exist here'],
    ['id place { number }', 'id', 'Crossing', 'has @key of Place.number, which does not exist here'],
    ['id)', 'id', 'Crossing', 'has @key of what is no set of fields'],
  ])('of the key "%s" and the requirement "%s" refuses one', (key, required, coordinate, cause) => {
    expect(problemsOf(crossing(key, required))).toEqual([{ coordinate, subgraph: 'one', cause }]);
  });

  it.each([
    ['first second { value }', []],
    ['first third', ['has @computedFrom of Pair.third, which does not exist here']],
    ['', ['has @computedFrom of what is no set of fields']],
  ])('of what is @computedFrom %j finds %j', (fields, causes) => {
    const problems = problemsOf(`
      type Pair { first: Int second: Figure difference: Int @computedFrom(fields: "${fields}") }
      type Figure { value: Int }
    `);
    expect(problems.map(({ cause }) => cause)).toEqual(causes);
  });

  it.each([
    ['price(unit: METRIC)', 'Crossing.price'],
    ['price', 'Crossing.price'],
    ['place { code name(long: true) }', 'Place.name'],
  ])('refuses to require %s: the question may ask it with other arguments', (required, taking) => {
    const sdl = `
      type Crossing { id: ID price(unit: Unit): Int @external place: Place @external score: Int @requires(fields: "${required}") }
      type Place { code: ID name(long: Boolean): String @external }
      enum Unit { METRIC IMPERIAL }
    `;
    const cause = `has @requires of ${taking}, which takes arguments: require a field without any, one for each value of them`;
    expect(problemsOf(sdl)).toEqual([{ coordinate: 'Crossing.score', subgraph: 'one', cause }]);
    expect(problemsOf(sdl.replace('@requires', '@computedFrom'))).toEqual([]);
  });

  it('sees a requirement under another name', () => {
    const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.14", as: "fed")';
    expect(problemsOf(`${link} type T { a: Int b: Int @fed__requires(fields: "c") }`)).toEqual([
      { coordinate: 'T.b', subgraph: 'one', cause: 'has @requires of T.c, which does not exist here' },
    ]);
  });
});
