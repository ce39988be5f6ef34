import { readSubgraphLabels } from './read-subgraph-labels';

const fieldsOf = (sdl: string) =>
  new Map(readSubgraphLabels('panama', sdl).fields.map((label) => [label.coordinate, label]));

describe('readSubgraphLabels', () => {
  it('reads a whole label', () => {
    const fields = fieldsOf(`
      type Crossing @owner(party: "PAN") {
        birthDate: BirthDate @sensitivity(as: PERSONAL) @about(subjects: [CHILD, NONE])
      }
    `);
    expect(fields.get('Crossing.birthDate')).toEqual({
      coordinate: 'Crossing.birthDate',
      owner: 'PAN',
      sensitivity: 'PERSONAL',
      about: ['CHILD', 'NONE'],
      kind: 'birthDate',
      structural: false,
      key: false,
      nullable: true,
      type: 'BirthDate',
      requires: [],
      subgraphs: ['panama'],
    });
  });

  it("a field's owner goes before its type's", () => {
    const fields = fieldsOf('type Crossing @owner(party: "PAN") { code: ID @owner(party: "ANY") sex: String }');
    expect([...fields.values()].map(({ owner }) => owner)).toEqual(['ANY', 'PAN']);
  });

  it.each([
    ['PartialDate', 'date'],
    ['BirthDate!', 'birthDate'],
    ['[Place!]!', 'place'],
    ['[[PersonKey]]', 'identifier'],
    ['Count', 'count'],
    ['[SpecificNeed!]', 'needs'],
    ['String', 'other'],
    ['constructor', 'other'],
  ])('a field of type %s holds the kind %s', (type, kind) => {
    const label = fieldsOf(`type Crossing { x: ${type} }`).get('Crossing.x');
    expect([label?.kind, label?.type]).toEqual([kind, type.replaceAll(/[[\]!]/g, '')]);
  });

  it('every field of Mutation is a mutation, whatever it returns', () => {
    expect(fieldsOf('type Mutation { revise: Count }').get('Mutation.revise')?.kind).toBe('mutation');
  });

  it('marks every field of every key, nested ones too', () => {
    const fields = fieldsOf(`
      type Case @key(fields: "id") @key(fields: "number office { code }") { id: ID number: Int office: Office sex: Int }
      type Office { code: ID name: String }
    `);
    const keys = [...fields.values()].filter(({ key }) => key).map(({ coordinate }) => coordinate);
    expect(keys).toEqual(['Case.id', 'Case.number', 'Case.office']);
  });

  it('leaves out what belongs to another subgraph and keeps what is computed from it', () => {
    const fields = fieldsOf(`
      type Flow { entries: Count @external difference: Int @requires(fields: "entries { value }") }
      type Count @structural { value: Int }
    `);
    expect([...fields.keys()]).toEqual(['Flow.difference', 'Count.value']);
    expect(fields.get('Flow.difference')?.requires).toEqual(['Flow.entries', 'Count.value']);
    expect(fields.get('Count.value')?.structural).toBe(true);
  });

  it('reads interfaces and extensions as well', () => {
    const fields = fieldsOf(`
      interface Person { name: String }
      extend interface Person @owner(party: "PAN") { sex: String }
      extend type Crossing @owner(party: "PAN") { on: PartialDate }
    `);
    expect([...fields.values()].map(({ coordinate, owner }) => [coordinate, owner])).toEqual([
      ['Person.name', undefined],
      ['Person.sex', 'PAN'],
      ['Crossing.on', 'PAN'],
    ]);
  });

  it('reads arguments and input fields with all that they read, and at which level', () => {
    const { inputs } = readSubgraphLabels(
      'panama',
      `type Query { list(filter: [Filter!]!, id: ID @reads(field: "Case.id")): Int }
       input Filter {
         month: String @reads(field: "Crossing.on", at: "month")
         sex: String @reads(field: "Crossing.sex") @reads(field: "Crossing.person", at: "pseudonym")
       }`,
    );
    const whole = (field: string) => ({ field, at: undefined });
    const person = { field: 'Crossing.person', at: 'pseudonym' };
    expect(inputs).toEqual([
      { coordinate: 'Query.list(filter:)', subgraph: 'panama', type: 'Filter', reads: [] },
      { coordinate: 'Query.list(id:)', subgraph: 'panama', type: 'ID', reads: [whole('Case.id')] },
      {
        coordinate: 'Filter.month',
        subgraph: 'panama',
        type: 'String',
        reads: [{ field: 'Crossing.on', at: 'month' }],
      },
      { coordinate: 'Filter.sex', subgraph: 'panama', type: 'String', reads: [whole('Crossing.sex'), person] },
    ]);
  });
});
