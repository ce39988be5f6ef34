import { SENSITIVITIES } from '../directives';
import { namedSchemas } from '../testing/labels';
import { mergeLabels } from './merge-labels';

const crossing = (field: string) => `type Crossing @owner(party: "PAN") @key(fields: "id") { ${field} }`;

const mergeTwo = (one: string, two: string) => mergeLabels(namedSchemas(crossing(one), crossing(two)));

describe('mergeLabels', () => {
  it.each(SENSITIVITIES.slice(1).map((stricter, index) => [SENSITIVITIES[index], stricter]))(
    'of %s and %s the stricter wins, whichever comes first',
    (milder, stricter) => {
      const [mild, strict] = [`x: Int @sensitivity(as: ${milder})`, `x: Int @sensitivity(as: ${stricter})`];
      for (const { table } of [mergeTwo(mild, strict), mergeTwo(strict, mild)])
        expect(table.fields.get('Crossing.x')?.sensitivity).toBe(stricter);
    },
  );

  it('a sensitivity that is missing in one stays missing', () => {
    const { table } = mergeTwo('x: Int @sensitivity(as: PUBLIC)', 'x: Int');
    expect(table.fields.get('Crossing.x')?.sensitivity).toBeUndefined();
  });

  it('unites subjects, requirements and subgraphs', () => {
    const { table } = mergeTwo(
      'a: Int b: Int x: Int @about(subjects: [CHILD]) @requires(fields: "a")',
      'a: Int b: Int x: Int @about(subjects: [CHILD, HEALTH]) @requires(fields: "a b")',
    );
    expect(table.fields.get('Crossing.x')).toMatchObject({
      about: ['CHILD', 'HEALTH'],
      requires: ['Crossing.a', 'Crossing.b'],
      subgraphs: ['one', 'two'],
    });
  });

  it('is nullable only where every subgraph says so', () => {
    expect(mergeTwo('x: Int!', 'x: Int').table.fields.get('Crossing.x')?.nullable).toBe(false);
    expect(mergeTwo('x: Int', 'x: Int').table.fields.get('Crossing.x')?.nullable).toBe(true);
  });

  it('is structural only where every subgraph says so', () => {
    const { table } = mergeLabels(namedSchemas('type Page @structural { next: Int }', 'type Page { next: Int }'));
    expect(table.fields.get('Page.next')?.structural).toBe(false);
  });

  it('differing owners are a problem that names both', () => {
    const { problems } = mergeTwo('x: Int', 'x: Int @owner(party: "COL")');
    expect(problems).toEqual([
      { coordinate: 'Crossing.x', subgraph: 'two', cause: 'is owned by COL here and by PAN in one' },
    ]);
  });

  it('an owner in one subgraph and none in another is a problem too', () => {
    const { problems } = mergeLabels(
      namedSchemas('type Place @owner(party: "ANY") { code: ID }', 'type Place { code: ID }'),
    );
    expect(problems.map(({ cause }) => cause)).toEqual(['is owned by nobody here and by ANY in one']);
  });

  it('inputs that read differing fields are a problem', () => {
    const list = (reads: string) => `a: Int b: Int list(x: Int @reads(field: "${reads}")): Int`;
    expect(mergeTwo(list('Crossing.a'), list('Crossing.a')).problems).toEqual([]);
    expect(mergeTwo(list('Crossing.a'), list('Crossing.b')).problems).toMatchObject([
      { coordinate: 'Crossing.list(x:)', subgraph: 'two', cause: 'reads another field than in another subgraph' },
    ]);
  });
});
