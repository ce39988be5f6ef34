import { decideFerry } from '../testing/ferry';
import { capOf } from '../testing/rules';

const NAME = 'Person.name';
const AGE = 'Person.age';

describe('decideOperation: selections', () => {
  it('keeps what is granted, prunes what is not, and lists both', () => {
    const { text, decided, fetches } = decideFerry('{ people { name age } }', { granted: [NAME] });
    expect(text).toBe('{ people { name } }');
    expect(decided).toEqual([
      'people.@ Query.people full',
      'people.@.name Person.name full',
      'people.@.age Person.age none',
    ]);
    expect(fetches).toBe(true);
  });

  it('an alias hides nothing: the path has the alias, the decision the real name (threat 8)', () => {
    const { text, decided } = decideFerry('{ p: people { id: age  name: age } }', { granted: [NAME] });
    expect(text).toBe('{ p: people { _pasarela_typename: __typename } }');
    expect(decided.slice(1)).toEqual(['p.@.id Person.age none', 'p.@.name Person.age none']);
  });

  it.each([
    ['inline', '{ people { ... on Person { name age } } }'],
    ['inline without a type', '{ people { ... { name age } } }'],
    ['named', '{ people { ...P } } fragment P on Person { name age }'],
    ['nested', '{ ...Q } fragment Q on Query { people { ... { ...P } } } fragment P on Person { ... { name } age }'],
    ['used before it is written', 'fragment P on Person { age name } { people { ...P } }'],
  ])('a fragment hides nothing: %s (threat 9)', (_, query) => {
    const { text, decided } = decideFerry(query, { granted: [NAME] });
    expect(text).toMatch(/people \{ name \}/);
    expect(text).not.toContain('...');
    expect([...decided].sort()).toContain('people.@.age Person.age none');
  });

  it('one field by several paths has the same decision at each (threat 18)', () => {
    const { decided } = decideFerry('{ people { age friends { age friends { age } } } person(id: "1") { age } }', {
      granted: ['Person.friends'],
    });
    const ages = decided.filter((line) => line.includes(AGE));
    expect(ages).toEqual([
      'people.@.age Person.age none',
      'people.@.friends.@.age Person.age none',
      'people.@.friends.@.friends.@.age Person.age none',
      'person.age Person.age none',
    ]);
  });

  it('marks each list of a nested list in the path', () => {
    const { decided } = decideFerry('{ seats { row taken } }');
    expect(decided).toEqual([
      'seats.@.@ Query.seats full',
      'seats.@.@.row Seat.row full',
      'seats.@.@.taken Seat.taken none',
    ]);
  });

  it('an object of which everything is withheld keeps its existence', () => {
    expect(decideFerry('{ people { age } }').text).toBe('{ people { _pasarela_typename: __typename } }');
  });

  it('what stands below a withheld field is neither fetched nor listed', () => {
    const { text, decided } = decideFerry('{ people { friends { name id } } }', { granted: [NAME] });
    expect(text).toBe('{ people { _pasarela_typename: __typename } }');
    expect(decided).toEqual(['people.@ Query.people full', 'people.@.friends.@ Person.friends none']);
  });

  it('keys and __typename are plumbing: answered, and not listed', () => {
    const { text, decided } = decideFerry('{ __typename people { id __typename key: id } }');
    expect(text).toBe('{ __typename people { id __typename key: id } }');
    expect(decided).toEqual(['people.@ Query.people full']);
  });

  it('introspection is not fetched', () => {
    const { text, fetches } = decideFerry('{ __schema { types { name } } __type(name: "Person") { name } __typename }');
    expect(text).toBe('{ __typename }');
    expect(fetches).toBe(false);
  });
});

describe('decideOperation: structural types', () => {
  it('follow the field that returns them, down to the row', () => {
    const query = '{ page { more edges { cursor node { id name age } } } }';
    const { text, decided } = decideFerry(query, { granted: ['Query.page', NAME] });
    expect(text).toBe('{ page { more edges { cursor node { id name } } } }');
    expect(decided).toEqual([
      'page Query.page full',
      'page.edges.@.node.name Person.name full',
      'page.edges.@.node.age Person.age none',
    ]);
    expect(decideFerry(query, { granted: [NAME] })).toMatchObject({
      fetches: false,
      decided: ['page Query.page none'],
    });
  });

  it('are answered at the lowered level of the field that returns them', () => {
    const rounded = capOf({ target: { coordinates: ['Person.trips'] }, level: 'rounded' });
    const { text, decided } = decideFerry('{ people { trips { value note } } }', {
      granted: ['Person.trips'],
      caps: [rounded],
    });
    expect(text).toBe('{ people { trips { value note } } }');
    expect(decided.slice(1)).toEqual(['people.@.trips Person.trips rounded']);
  });
});

describe('decideOperation: bounds', () => {
  it.each([
    ['fields', '{ people { id id id id } }'],
    ['__typename', '{ a: __typename b: __typename c: __typename d: __typename }'],
    ['fragments', '{ ...A } fragment A on Query { ...B ...B } fragment B on Query { __typename }'],
    ['a fragment of itself', '{ ...A } fragment A on Query { ...A }'],
    ['fragments of each other', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
  ])('counts %s, written out', (_, query) => {
    expect(() => decideFerry(query, { maxFields: 3 })).toThrow(
      expect.objectContaining({ code: 'TOO_MANY_FIELDS', details: { max: 3 } }),
    );
  });

  it('lets exactly as many through', () => {
    expect(decideFerry('{ people { id name } }', { maxFields: 3 }).fetches).toBe(true);
  });

  it.each([
    ['field', '{ people { wings } }', 'wings'],
    ['fragment', '{ ...Nowhere }', 'fragment'],
    ['type', '{ ... on Ghost { x } }', 'Ghost'],
    ['type that is no selection', '{ ... on PersonFilter { x } }', 'PersonFilter'],
  ])('refuses an unknown %s, should one get here', (_, query, name) => {
    expect(() => decideFerry(query)).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_FIELD', details: expect.objectContaining({ name }) }),
    );
  });

  it('refuses a kind of operation that the schema does not have', () => {
    expect(() => decideFerry('subscription { x }')).toThrow(expect.objectContaining({ code: 'UNSUPPORTED_OPERATION' }));
  });

  it('a mutation is decided like any field', () => {
    const mutation = 'mutation { board(name: "x") { name } }';
    expect(decideFerry(mutation).decided).toEqual(['board Mutation.board none']);
    expect(decideFerry(mutation, { granted: ['Mutation.board'] }).decided).toEqual([
      'board Mutation.board allow',
      'board.name Person.name none',
    ]);
  });
});
