import { namedSchemas } from '../testing/labels';
import { checkRecords } from './check-records';
import { mergeLabels } from './merge-labels';

/** What is wrong with the records and rows of schemas, as `coordinate (subgraph) cause`. */
const problemsOf = (...sdls: string[]) =>
  checkRecords(mergeLabels(namedSchemas(...sdls)).table).map(
    ({ coordinate, subgraph, cause }) => `${coordinate} (${subgraph}) ${cause}`,
  );

const FIELD = 'sex: String @sensitivity(as: PERSONAL) @about(subjects: [NONE])';
const KEY = 'id: ID! @sensitivity(as: OPERATIONAL)';
const person = (written: string, fields = FIELD) =>
  `type Crossing @owner(party: "PAN") @record(of: PERSON) ${written} { ${fields} }`;
const attribute = (written: string) => person(`@attribute(${written})`);

describe('checkRecords: types', () => {
  it.each<[string, string]>([
    [
      'a record with attributes of every type',
      `${person(`
      @attribute(name: "sex", type: STRING, as: PERSONAL)
      @attribute(name: "age", path: "holder.age", type: NUMBER, as: PUBLIC)
      @attribute(name: "minor", type: BOOLEAN, list: true, as: PROTECTED, changes: false)`)}`,
    ],
    [
      'attributes of what is a record of no subject',
      `type Case @owner(party: "USA") @attribute(name: "tlp", type: STRING, as: OPERATIONAL) { ${FIELD} }`,
    ],
    ['a case that is an entity', `type Case @owner(party: "USA") @record(of: CASE) @key(fields: "id") { ${KEY} }`],
  ])('has nothing to say of %s', (_, sdl) => {
    expect(problemsOf(sdl)).toEqual([]);
  });

  it.each<[string, string, RegExp]>([
    [
      'no owner',
      `type Crossing @record(of: PERSON) { ${FIELD} }`,
      /^Crossing \(one\) declares records without an owner: add @owner/,
    ],
    [
      'an unknown subject',
      `type Crossing @owner(party: "PAN") @record(of: SHIP) { ${FIELD} }`,
      /of the unknown subject SHIP$/,
    ],
    [
      'an unknown type',
      attribute('name: "sex", type: DATE, as: PERSONAL'),
      /^Crossing \(one\) has an attribute sex of the unknown type DATE$/,
    ],
    ['no type', attribute('name: "sex", as: PERSONAL'), /of the unknown type undefined$/],
    [
      'a sensitivity below that of the field',
      attribute('name: "sex", type: STRING, as: PUBLIC'),
      /has an attribute sex that says PUBLIC, and its field PERSONAL$/,
    ],
    ['no sensitivity', attribute('name: "sex", type: STRING'), /has an attribute sex without a known sensitivity$/],
    ['an unknown sensitivity', attribute('name: "sex", type: STRING, as: SECRET'), /without a known sensitivity$/],
    [
      'a name that is a variable',
      attribute('name: "$sex", type: STRING, as: PERSONAL'),
      /attribute \$sex whose name or path is no name$/,
    ],
    [
      'a name of several',
      attribute('name: "holder.sex", type: STRING, as: PERSONAL'),
      /whose name or path is no name$/,
    ],
    [
      'a path with an operator',
      attribute('name: "sex", path: "holder.$where", type: STRING, as: PERSONAL'),
      /whose name or path is no name$/,
    ],
    [
      'a path that ends nowhere',
      attribute('name: "sex", path: "holder.", type: STRING, as: PERSONAL'),
      /whose name or path is no name$/,
    ],
    ['an empty path', attribute('name: "sex", path: "", type: STRING, as: PERSONAL'), /whose name or path is no name$/],
  ])('%s', (_, sdl, cause) => {
    expect(problemsOf(sdl)).toEqual([expect.stringMatching(cause)]);
  });

  it.each(['PERSON', 'IDENTITY_TARGET'])('a record of a %s is never a key across owners', (subject) => {
    const sdl = `type Crossing @owner(party: "PAN") @record(of: ${subject}) @key(fields: "id") { ${KEY} }`;
    expect(problemsOf(sdl)).toEqual(['Crossing (one) is a record of a person, who is no key across owners']);
  });

  it('neither where another subgraph declares the key', () => {
    const keyed = `type Crossing @owner(party: "PAN") @key(fields: "id") { ${KEY} }`;
    expect(problemsOf(person(''), keyed)).toEqual([
      'Crossing (one) is a record of a person, who is no key across owners',
    ]);
  });

  it('says all that is wrong with a type at once', () => {
    const sdl = `type Crossing @record(of: SHIP) @attribute(name: "sex", type: DATE, as: PERSONAL) { ${FIELD} }`;
    expect(problemsOf(sdl)).toHaveLength(3);
  });
});

describe('checkRecords: rows that a rule can hide', () => {
  const queryOf = (field: string, more = '') =>
    problemsOf(`${person('')} type Query @owner(party: "PAN") { ${field} @sensitivity(as: PUBLIC) } ${more}`);

  it.each(['found: Crossing!', 'found: [Crossing!]!', 'found: [Crossing]!'])(
    '%s can not be null, but must',
    (field) => {
      expect(queryOf(field)).toEqual([
        'Query.found (one) returns Crossing, whose rows a rule can hide, so it must be nullable',
      ]);
    },
  );

  it.each(['found: Crossing', 'found: [Crossing!]', 'found: Int!'])('%s is as it should be', (field) => {
    expect(queryOf(field)).toEqual([]);
  });

  it('the fields of pages and edges are left out with their row', () => {
    const page = 'type Page @structural { edges: [Edge!]! } type Edge @structural { node: Crossing! }';
    expect(queryOf('found: Page', page)).toEqual([]);
  });
});

describe("checkRecords: another owner's entities", () => {
  const caseOf = (party: string, more = '') =>
    `type Case @owner(party: "${party}") @key(fields: "id") { ${KEY} ${more} }`;
  const stub = 'type Case @key(fields: "id") { id: ID! @external }';
  const crossing = (field: string, more = '') =>
    `type Crossing @owner(party: "PAN") { ${field} @sensitivity(as: PERSONAL) @about(subjects: [NONE]) } ${more}`;
  const REFUSED = "returns Case, an entity of USA: stubs of another owner's entities are not listed";

  it.each(['cases: [Case!]', 'cases: Case'])('are not listed, not even by their keys: %s', (field) => {
    expect(problemsOf(caseOf('USA'), crossing(field, stub))).toEqual([`Crossing.cases (two) ${REFUSED}`]);
  });

  it('are not listed behind pages and edges either', () => {
    const page = `type Page @structural { edges: [Edge!]! } type Edge @structural { node: Case! } ${stub}`;
    expect(problemsOf(caseOf('USA'), crossing('cases: Page', page))).toEqual([`Crossing.cases (two) ${REFUSED}`]);
  });

  it("an owner's own are, whatever other owners list", () => {
    expect(problemsOf(caseOf('USA', `related: [Case!] @sensitivity(as: OPERATIONAL)`))).toEqual([]);
  });

  it("a field that another owner has on the entity's type is that owner's", () => {
    const related = `type Case @key(fields: "id") { id: ID! @external related: [Case!] @owner(party: "PAN") @sensitivity(as: OPERATIONAL) }`;
    expect(problemsOf(caseOf('USA'), related)).toEqual([`Case.related (two) ${REFUSED}`]);
  });

  it("are not listed where one of the key's owners is another", () => {
    const both = `type Case @owner(party: "USA") @key(fields: "id") @key(fields: "number") {
      ${KEY}
      number: ID! @owner(party: "PAN") @sensitivity(as: OPERATIONAL)
    }`;
    expect(problemsOf(both, crossing('cases: [Case!]', stub))).toEqual([`Crossing.cases (two) ${REFUSED}`]);
  });

  it("what is nobody's secret is listed by all", () => {
    const nationality =
      'type Nationality @owner(party: "ANY") @key(fields: "code") { code: ID! @sensitivity(as: PUBLIC) }';
    expect(problemsOf(nationality, crossing('of: Nationality', nationality))).toEqual([]);
  });

  it('what is no entity is a value', () => {
    expect(problemsOf(crossing('of: Network', `type Network @owner(party: "USA") { ${FIELD} }`))).toEqual([]);
  });
});
