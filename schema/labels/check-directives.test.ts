import { LABEL_DIRECTIVES_SDL } from '../directives';
import { namedSchemas } from '../testing/labels';
import { checkDirectives } from './check-directives';

const FEDERATION = 'https://specs.apollo.dev/federation/v2.14';
const IMPORTS = '"@key", "@shareable", "@external", "@requires", "@provides", "@override", "@tag", "@inaccessible"';
const LINKED = `extend schema @link(url: "${FEDERATION}", import: [${IMPORTS}])`;

const problemsOf = (...sdls: string[]) => checkDirectives(namedSchemas(...sdls));
const linked = (types: string) => problemsOf(`${LINKED} ${types}`);

describe('checkDirectives: what may stand', () => {
  it.each([
    [
      'labels with the definitions of the contract',
      `${LINKED} ${LABEL_DIRECTIVES_SDL} type T @owner(party: "PAN") { id: ID }`,
    ],
    ['what is harmless', `${LINKED} type T @key(fields: "id") @tag(name: "x") { id: ID @inaccessible @shareable }`],
    [
      'what GraphQL has',
      `${LINKED} type T { a: Int @deprecated } scalar S @specifiedBy(url: "https://example.com") input I @oneOf { a: Int }`,
    ],
    [
      'federation under other names',
      `extend schema @link(url: "${FEDERATION}", as: "fed", import: [{ name: "@key", as: "@k" }])
       type T @k(fields: "id") { id: ID a: Int @fed__external b: Int @fed__requires(fields: "a") }`,
    ],
    [
      'a schema of Federation 1',
      'extend type T @key(fields: "id") { id: ID @external a: Int @requires(fields: "id") }',
    ],
    [
      'the definition of a link directive under another name',
      `directive @ln(url: String!, as: String, import: [ln__Import]) repeatable on SCHEMA scalar ln__Import
       schema @ln(url: "https://specs.apollo.dev/link/v1.0", as: "ln") @ln(url: "${FEDERATION}") { query: T } type T { a: Int }`,
    ],
  ])('%s', (_, sdl) => {
    expect(problemsOf(sdl)).toEqual([]);
  });
});

describe('checkDirectives: what is not known', () => {
  it.each([
    ['a type', 'type T @mask { a: Int }', 'T'],
    ['a field', 'type T { a: Int @mask }', 'T.a'],
    ['an argument', 'type T { a(b: Int @mask): Int }', 'T.a(b:)'],
    ['an input object', 'input I @mask { a: Int }', 'I'],
    ['an input field', 'input I { a: Int @mask }', 'I.a'],
    ['an interface', 'interface N @mask { a: Int }', 'N'],
    ['a union', 'union U @mask = T type T { a: Int }', 'U'],
    ['a scalar', 'scalar S @mask', 'S'],
    ['an enum', 'enum E @mask { A }', 'E'],
    ['an enum value', 'enum E { A @mask }', 'E.A'],
    ['an extension', 'extend type T @mask', 'T'],
    ['an argument of a directive', 'directive @d(a: Int @mask) on FIELD', '@d(a:)'],
    ['the schema', 'extend schema @mask', 'schema'],
  ])('on %s is refused there', (_, types, coordinate) => {
    const cause = 'has @mask, which is no directive that is known here';
    expect(linked(`directive @mask on OBJECT ${types}`)).toEqual([{ coordinate, subgraph: 'one', cause }]);
  });

  it.each([
    ['a label that is almost written', 'type T { a: Int @sensitivty(as: PUBLIC) }', '@sensitivty'],
    ['a label in capitals', 'type T { a: Int @Sensitivity(as: PUBLIC) }', '@Sensitivity'],
    [
      'a plain name that the schema defines itself',
      'directive @extends on OBJECT type T @extends { a: Int }',
      '@extends',
    ],
    ['a link where no schema stands', 'type T @link(url: "x") { a: Int }', '@link'],
  ])('%s', (_, types, name) => {
    expect(linked(types).map(({ cause }) => cause)).toEqual([`has ${name}, which is no directive that is known here`]);
  });

  it('names each subgraph and each place', () => {
    expect(problemsOf('type T @a { x: Int @b }', 'type T @a { x: Int }')).toEqual(
      [
        ['T', 'one'],
        ['T.x', 'one'],
        ['T', 'two'],
      ].map(([coordinate, subgraph]) => expect.objectContaining({ coordinate, subgraph })),
    );
  });
});

describe('checkDirectives: what federation has and the exchange refuses', () => {
  const everything = (name: string, types: string) =>
    problemsOf(`extend schema @link(url: "${FEDERATION}", import: [{ name: "@${name}", as: "@x" }]) ${types}`);

  it.each([
    ['provides', 'type T { a: T @x(fields: "b") b: Int }', 'T.a', /carries values/],
    ['context', 'type T @x(name: "c") { a: Int }', 'T', /carries values/],
    ['fromContext', 'type T { a(b: Int @x(field: "$c { d }")): Int }', 'T.a(b:)', /carries values/],
    ['interfaceObject', 'type T @x { a: Int }', 'T', /gives fields to types that do not say so/],
    ['composeDirective', 'extend schema @x(name: "@owner")', 'schema', /into the supergraph/],
    ['authenticated', 'type T @x { a: Int }', 'T', /is not enforced here/],
    ['requiresScopes', 'type T { a: Int @x(scopes: [["s"]]) }', 'T.a', /is not enforced here/],
    ['policy', 'type T { a: Int @x(policies: [["p"]]) }', 'T.a', /is not enforced here/],
    ['cost', 'type T { a: Int @x(weight: 1) }', 'T.a', /has no effect here/],
  ])('@%s, and says its real name', (name, types, coordinate, cause) => {
    expect(everything(name, types)).toEqual([{ coordinate, subgraph: 'one', cause: expect.stringMatching(cause) }]);
    expect(everything(name, types)[0]?.cause).toContain(`has @x (@${name}), which `);
  });

  it.each(['provides', 'context', 'fromContext', 'interfaceObject'])('@%s in plain words or with a prefix', (name) => {
    expect(problemsOf(`type T { a: T @${name} }`)).toHaveLength(1);
    expect(problemsOf(`extend schema @link(url: "${FEDERATION}") type T { a: T @federation__${name} }`)).toHaveLength(
      1,
    );
  });
});

describe('checkDirectives: links', () => {
  const causesOf = (link: string) => problemsOf(`extend schema ${link}`).map(({ cause }) => cause);

  it.each([
    ['a label renamed', `@link(url: "${FEDERATION}", import: [{ name: "@owner", as: "@o" }])`, /under @o: no label is/],
    [
      'something called like a label',
      `@link(url: "${FEDERATION}", import: [{ name: "@tag", as: "@owner" }])`,
      /under @owner/,
    ],
    ['a label imported', `@link(url: "${FEDERATION}", import: ["@sensitivity"])`, /under @sensitivity/],
    [
      'a type called like an enum of labels',
      `@link(url: "${FEDERATION}", import: [{ name: "FieldSet", as: "Subject" }])`,
      /under Subject/,
    ],
    [
      'something called like what is built in',
      `@link(url: "${FEDERATION}", import: [{ name: "@key", as: "@deprecated" }])`,
      /under @deprecated/,
    ],
    ['a prefix called like a label', `@link(url: "${FEDERATION}", as: "owner")`, /under owner/],
    [
      'another specification',
      '@link(url: "https://labels.example/owner/v1.0")',
      /links https:\/\/labels\.example.*no specification/,
    ],
    [
      'a specification of Apollo that stands alone',
      '@link(url: "https://specs.apollo.dev/policy/v0.1")',
      /no specification/,
    ],
    ['federation over http', '@link(url: "http://specs.apollo.dev/federation/v2.14")', /no specification/],
    ['federation written in capitals', '@link(url: "https://SPECS.apollo.dev/federation/v2.14")', /no specification/],
    ['federation with a query', '@link(url: "https://specs.apollo.dev/federation/v2.14?x")', /no specification/],
    ['nothing', '@link(as: "x")', /no specification/],
    ['an import that is no list', `@link(url: "${FEDERATION}", import: "@key")`, /that is no name/],
    [
      'an import that is no name',
      `@link(url: "${FEDERATION}", import: [7, null, { as: "@k" }, "a b"])`,
      /that is no name/,
    ],
    [
      'a directive imported as a type',
      `@link(url: "${FEDERATION}", import: [{ name: "@key", as: "k" }])`,
      /that is no name/,
    ],
  ])('refuses %s', (_, link, cause) => {
    expect(causesOf(link)).not.toEqual([]);
    for (const found of causesOf(link)) expect(found).toMatch(cause);
  });

  it('refuses a link beside the directive that links', () => {
    const renamed = '@ln(url: "https://specs.apollo.dev/link/v1.0", as: "ln")';
    expect(causesOf(`${renamed} @link(url: "${FEDERATION}")`)).toEqual([
      'has @link, which is no directive that is known here',
    ]);
  });
});

describe('checkDirectives: definitions of labels', () => {
  const redefined = (from: string, to: string) => {
    expect(LABEL_DIRECTIVES_SDL).toContain(from);
    return problemsOf(`${LINKED} ${LABEL_DIRECTIVES_SDL.replace(from, to)}`);
  };

  it.each([
    ['@owner', '@owner(party: String!)', '@owner(party: String)'],
    [
      '@sensitivity',
      '@sensitivity(as: Sensitivity!) on FIELD_DEFINITION',
      '@sensitivity(as: Sensitivity!) on FIELD_DEFINITION | OBJECT',
    ],
    ['@about', '@about(subjects: [Subject!]!)', '@about(subjects: [Subject!]! = [NONE])'],
    ['@counts', '@counts(dimension: String!)', '@counts(dimension: ID!)'],
    ['@computedFrom', '@computedFrom(fields: String!) on', '@computedFrom(fields: String) on'],
    ['@reads', '@reads(field: String!, at: String)', '@reads(field: String!, at: String, or: String)'],
    ['@structural', '@structural on OBJECT', '@structural on OBJECT | FIELD_DEFINITION'],
    ['@record', '@record(of: RecordSubject!) on', '@record(of: RecordSubject!) repeatable on'],
    ['@attribute', 'changes: Boolean! = true', 'changes: Boolean! = false'],
    ['Sensitivity', '{ PUBLIC STATISTICAL', '{ PUBLIC HARMLESS STATISTICAL'],
    ['Subject', 'CONSENT NONE', 'CONSENT'],
  ])('refuses another %s', (coordinate, from, to) => {
    const cause = 'is defined differently from the labels of the contract';
    expect(redefined(from, to)).toEqual([{ coordinate, subgraph: 'one', cause }]);
  });

  it('refuses an enum of labels that is extended, or is no enum', () => {
    const coordinates = linked('extend enum Sensitivity { HARMLESS } scalar Subject').map((one) => one.coordinate);
    expect(coordinates).toEqual(['Sensitivity', 'Subject']);
  });

  it('cares neither for descriptions nor for how @inaccessible is called', () => {
    const sdl = LABEL_DIRECTIVES_SDL.replaceAll(/^".*"$/gm, '').replaceAll(
      '@inaccessible',
      '@federation__inaccessible',
    );
    expect(problemsOf(`extend schema @link(url: "${FEDERATION}") ${sdl}`)).toEqual([]);
  });
});
