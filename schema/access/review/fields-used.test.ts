import { FERRY_LABELS, FERRY_SCHEMA } from '../../testing/ferry';
import { fieldsUsed } from './fields-used';

const used = (query: string, variables: Record<string, unknown> = {}) =>
  [...fieldsUsed({ query, variables }, FERRY_SCHEMA, FERRY_LABELS)].sort();

describe('fieldsUsed', () => {
  it.each([
    ['an alias', '{ people { x: name } }', ['Person.name', 'Query.people']],
    ['a fragment', 'query Q { people { ...P } } fragment P on Person { age }', ['Person.age', 'Query.people']],
    ['an interface', '{ travellers { name } }', ['Crew.name', 'Person.name', 'Query.travellers']],
    ['a union', '{ found { __typename ... on Parcel { weight } } }', ['Parcel.weight', 'Query.found']],
    ['an argument', '{ people(ages: [3]) { id } }', ['Person.age', 'Person.id', 'Query.people']],
    [
      'a filter',
      '{ people(filter: { friend: { claim: true } }) { id } }',
      ['Person.claim', 'Person.id', 'Query.people'],
    ],
    ['what is skipped', '{ people { name @skip(if: true) id } }', ['Person.id', 'Person.name', 'Query.people']],
  ])('finds what stands behind %s', (_, query, fields) => {
    expect(used(query)).toEqual(fields);
  });

  it('finds what a variable reads', () => {
    const query = 'query ($f: PersonFilter) { people(filter: $f) { id } }';
    expect(used(query, { f: { age: 3 } })).toContain('Person.age');
    expect(used(query)).not.toContain('Person.age');
  });

  it('refuses what cannot be read', () => {
    expect(() => used('{ people {')).toThrow(/syntax error/);
  });
});
