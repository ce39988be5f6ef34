import { decideFerry } from '../testing/ferry';

const TYPENAME = '_pasarela_typename: __typename';

describe('decideOperation: interfaces and unions', () => {
  it('decides an interface field per concrete type (threat 10)', () => {
    const { text, decided } = decideFerry('{ travellers { name } }', { granted: ['Crew.name'] });
    expect(text).toBe(`{ travellers { ... on Crew { name } ${TYPENAME} } }`);
    expect(decided.slice(1)).toEqual(['travellers.@.name Person.name none', 'travellers.@.name Crew.name full']);
  });

  it('fetches the type along, so that the answer can take its shape', () => {
    const { text } = decideFerry('{ travellers { name } }', { granted: ['Crew.name', 'Person.name'] });
    expect(text).toBe(`{ travellers { ... on Person { name } ... on Crew { name } ${TYPENAME} } }`);
  });

  it.each([
    ['a fragment on a concrete type', '... on Person { name age }', ['Person.name', 'Person.age']],
    ['a fragment on the interface', '... on Traveller { name }', ['Person.name', 'Crew.name']],
    ['a fragment within a fragment', '... on Traveller { ... on Crew { name rank } }', ['Crew.name', 'Crew.rank']],
    ['a type that cannot be there', '... on Parcel { weight }', []],
  ])('%s is decided for what it can meet', (_, fragment, coordinates) => {
    const { decided } = decideFerry(`{ travellers { ${fragment} } }`);
    expect(decided.slice(1).map((line) => line.split(' ')[1])).toEqual(coordinates);
  });

  it('a union member that is withheld discloses nothing (threat 11)', () => {
    const { text, decided } = decideFerry('{ found { __typename ... on Parcel { weight } ... on Crew { rank } } }', {
      granted: ['Crew.rank'],
    });
    expect(text).toBe(`{ found { __typename ... on Crew { rank } ${TYPENAME} } }`);
    expect(decided.slice(1)).toEqual(['found.@.weight Parcel.weight none', 'found.@.rank Crew.rank full']);
  });

  it('an interface within a union reaches the members that implement it', () => {
    const { decided } = decideFerry('{ found { ... on Traveller { name } } }');
    expect(decided.slice(1).map((line) => line.split(' ')[1])).toEqual(['Person.name', 'Crew.name']);
  });

  it('an interface on a concrete parent is the parent', () => {
    const { text } = decideFerry('{ people { ... on Traveller { name } ... on Crew { rank } } }', {
      granted: ['Person.name', 'Crew.rank'],
    });
    expect(text).toBe('{ people { name } }');
  });
});
