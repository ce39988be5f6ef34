import { namedSchemas } from '../testing/labels';
import { checkLabels } from './check-labels';
import { mergeLabels } from './merge-labels';

const PARTIES = new Set(['COL', 'PAN']);

/** The problems of one type of Panama's that has these fields. */
function problemsOf(fields: string, more = '') {
  const sdl = `type Crossing @owner(party: "PAN") { ${fields} } ${more}`;
  return checkLabels(mergeLabels(namedSchemas(sdl)).table, PARTIES);
}

const LABELLED = 'a: String @sensitivity(as: OPERATIONAL)';

describe('checkLabels: fields', () => {
  it('has nothing to say of whole labels', () => {
    expect(
      problemsOf(`
        ${LABELLED}
        b: String! @sensitivity(as: PUBLIC)
        c: String @owner(party: "ANY") @sensitivity(as: PUBLIC)
        d: String @sensitivity(as: PROTECTED) @about(subjects: [ASYLUM, CHILD])
      `),
    ).toEqual([]);
  });

  it.each([
    ['an unknown party', 'x: Int @owner(party: "BRA") @sensitivity(as: PUBLIC)', /names BRA, which is no known party/],
    ['no sensitivity', 'x: Int', /has no sensitivity/],
    ['an unknown sensitivity', 'x: Int @sensitivity(as: SECRET)', /unknown sensitivity SECRET/],
    [
      'ANY that is not PUBLIC',
      'x: Int @owner(party: "ANY") @sensitivity(as: OPERATIONAL)',
      /belongs to ANY, so it must be PUBLIC/,
    ],
    ['PERSONAL without about', 'x: Int @sensitivity(as: PERSONAL)', /does not say whom it is about/],
    ['PROTECTED without about', 'x: Int @sensitivity(as: PROTECTED)', /does not say whom it is about/],
    ['about nobody', 'x: Int @sensitivity(as: PERSONAL) @about(subjects: [])', /does not say whom it is about/],
    ['an unknown subject', 'x: Int @sensitivity(as: PERSONAL) @about(subjects: [PIRATE])', /unknown subject/],
    ['what can be withheld and is never blank', 'x: Int! @sensitivity(as: OPERATIONAL)', /must be nullable/],
    ['a list that is never blank', 'x: [Int]! @sensitivity(as: STATISTICAL)', /must be nullable/],
    [
      'a requirement that does not exist',
      'x: Int @sensitivity(as: PUBLIC) @requires(fields: "y")',
      /requires Crossing\.y/,
    ],
  ])('%s', (_, field, cause) => {
    const problems = problemsOf(field);
    expect(problems).toEqual([{ coordinate: 'Crossing.x', subgraph: 'one', cause: expect.stringMatching(cause) }]);
  });

  it('no owner, on the field or on its type', () => {
    const { table } = mergeLabels(namedSchemas('type Lost { x: Int @sensitivity(as: PUBLIC) }'));
    expect(checkLabels(table, PARTIES)).toEqual([
      { coordinate: 'Lost.x', subgraph: 'one', cause: expect.stringMatching(/has no owner/) },
    ]);
  });

  it('says all that is wrong with a field at once', () => {
    const causes = problemsOf('x: Int! @owner(party: "BRA")').map(({ cause }) => cause);
    expect(causes.length).toBe(3);
  });

  it('structural types need no labels', () => {
    expect(problemsOf(LABELLED, 'type Page @structural { next: String! }')).toEqual([]);
  });

  it('a field of an interface needs labels like any other', () => {
    expect(problemsOf(LABELLED, 'interface Person { name: String }').map(({ coordinate }) => coordinate)).toEqual([
      'Person.name',
      'Person.name',
    ]);
  });
});

describe('checkLabels: what a field requires and keys', () => {
  const keyed = (key: string, field: string) =>
    checkLabels(
      mergeLabels(namedSchemas(`type Crossing @owner(party: "PAN") @key(fields: "${key}") { ${field} }`)).table,
      PARTIES,
    );
  const flow = (entries: string) =>
    namedSchemas(
      `type Flow @owner(party: "COL") {
         entries: Count @external
         difference: Int @sensitivity(as: PUBLIC) @requires(fields: "entries { value }")
       }
       type Count @structural { value: Int }`,
      `type Flow @owner(party: "PAN") { entries: Count ${entries} } type Count @structural { value: Int }`,
    );

  it('an opaque key may be never blank', () => {
    expect(keyed('id', 'id: ID! @sensitivity(as: OPERATIONAL)')).toEqual([]);
  });

  it('a key is always answered, so it cannot be personal', () => {
    const personal = 'passport: ID @sensitivity(as: SENSITIVE) @about(subjects: [NONE])';
    expect(keyed('passport', personal)).toEqual([
      { coordinate: 'Crossing.passport', subgraph: 'one', cause: expect.stringMatching(/always answered/) },
    ]);
  });

  it("another owner's PUBLIC field may be required, through a structural type too", () => {
    expect(checkLabels(mergeLabels(flow('@sensitivity(as: PUBLIC)')).table, PARTIES)).toEqual([]);
  });

  it("another owner's field that is not PUBLIC may not", () => {
    expect(checkLabels(mergeLabels(flow('@sensitivity(as: STATISTICAL)')).table, PARTIES)).toEqual([
      { coordinate: 'Flow.difference', subgraph: 'one', cause: expect.stringMatching(/requires Flow\.entries/) },
    ]);
  });
});

describe('checkLabels: inputs', () => {
  const list = (argument: string, more = '') =>
    problemsOf(`${LABELLED} list(${argument}): Int @sensitivity(as: PUBLIC)`, more);

  it.each([
    ['paging', 'first: Int, after: String', ''],
    ['an argument that says what it reads', 'a: Int @reads(field: "Crossing.a")', ''],
    ['an input object that says it field by field', 'f: Filter', 'input Filter { a: Int @reads(field: "Crossing.a") }'],
  ])('takes %s', (_, argument, more) => {
    expect(list(argument, more)).toEqual([]);
  });

  it.each([
    ['an argument without @reads', 'a: Int', '', 'Crossing.list(a:)', /does not say what it reads/],
    [
      '@reads of an unknown field',
      'a: Int @reads(field: "Crossing.b")',
      '',
      'Crossing.list(a:)',
      /reads Crossing\.b, which does not exist/,
    ],
    ['an input field without @reads', 'f: Filter', 'input Filter { a: Int }', 'Filter.a', /does not say what it reads/],
    [
      'a nested input field without @reads',
      'f: Outer',
      'input Outer { inner: Inner } input Inner { a: Int }',
      'Inner.a',
      /does not say what it reads/,
    ],
    [
      'an input of a mutation and of a list',
      'f: Filter',
      'input Filter { a: Int } type Mutation @owner(party: "PAN") { m(f: Filter): Int @sensitivity(as: OPERATIONAL) }',
      'Filter.a',
      /does not say what it reads/,
    ],
  ])('%s', (_, argument, more, coordinate, cause) => {
    expect(list(argument, more)).toEqual([{ coordinate, subgraph: 'one', cause: expect.stringMatching(cause) }]);
  });

  it('the input of a mutation writes and reads nothing', () => {
    const mutation = 'type Mutation @owner(party: "PAN") { m(i: In!, n: Int): Int @sensitivity(as: OPERATIONAL) }';
    expect(problemsOf(LABELLED, `${mutation} input In { a: Int! }`)).toEqual([]);
  });

  it('and so do the inputs within it, one within itself too', () => {
    const mutation = 'type Mutation @owner(party: "PAN") { m(i: In!): Int @sensitivity(as: OPERATIONAL) }';
    const inputs = 'input In { parts: [Part!] } input Part { a: Int! part: Part }';
    expect(problemsOf(LABELLED, `${mutation} ${inputs}`)).toEqual([]);
  });

  it('but an input within one that a list takes as well reads', () => {
    const inputs = `input In { part: Part } input Part { a: Int }
      type Mutation @owner(party: "PAN") { m(i: In!): Int @sensitivity(as: OPERATIONAL) }`;
    expect(list('f: Part', inputs).map(({ coordinate }) => coordinate)).toEqual(['Part.a']);
  });
});
