import { type FerryRequest, parseFerry } from '../testing/ferry-request';

const refusal = (code: string, details = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) });
const refuses = (request: FerryRequest, code: string, details = {}) =>
  expect(() => parseFerry(request)).toThrow(refusal(code, details));

describe('parseOperation', () => {
  it('gives the operation, its fragments and its variables with their defaults', () => {
    const query =
      'query Q($n: Int = 5, $f: PersonFilter) { people(first: $n, filter: $f) { ...P } } fragment P on Person { id }';
    const parsed = parseFerry({ query, variables: { f: { name: 'x' }, unused: 1 } });
    expect(parsed.operation.name?.value).toBe('Q');
    expect([...parsed.fragments.keys()]).toEqual(['P']);
    expect(parsed.coercedVariables).toEqual({ n: 5, f: { name: 'x' } });
  });

  it('chooses the named operation of several', () => {
    const query = 'query A { people { id } } query B { seats { row } }';
    expect(parseFerry({ query, operationName: 'B' }).operation.name?.value).toBe('B');
    refuses({ query }, 'UNKNOWN_OPERATION');
    refuses({ query, operationName: 'C' }, 'UNKNOWN_OPERATION');
    refuses({ query: '{ people { id } }', operationName: 'A' }, 'UNKNOWN_OPERATION');
  });

  it('says where the syntax breaks, and nothing of the text', () => {
    refuses({ query: '{\n  people { "secret"\n}' }, 'GRAPHQL_PARSE_FAILED', { line: 2, column: 12 });
    expect(() => parseFerry({ query: '{ secret( }' })).toThrow(expect.not.objectContaining({ message: /secret/ }));
  });

  it('counts tokens before it parses on', () => {
    const query = `{ ${'people { id } '.repeat(20)} }`;
    refuses({ query, maxTokens: 50 }, 'TOO_MANY_TOKENS', { max: 50 });
  });

  it('keeps the limits of depth and size', () => {
    refuses({ query: `${'{ friends '.repeat(11)}${'}'.repeat(11)}` }, 'TOO_DEEP', { max: 10 });
    refuses(
      { query: `{ ${Array.from({ length: 101 }, (_, i) => `a${i}: __typename`).join(' ')} }` },
      'TOO_MANY_FIELDS',
    );
  });

  it.each<[string, string, Record<string, unknown>]>([
    ['missing', 'query ($n: Int!) { people(first: $n) { id } }', {}],
    ['null', 'query ($n: Int!) { people(first: $n) { id } }', { n: null }],
    ['of another type', 'query ($n: Int) { people(first: $n) { id } }', { n: 'secret' }],
    ['an unknown input', 'query ($n: PersonFilter) { people(filter: $n) { id } }', { n: { secret: 1 } }],
    ['an operator', 'query ($n: PersonFilter) { people(filter: $n) { id } }', { n: { name: { $ne: 'secret' } } }],
  ])('names a variable that is %s, never its value (threats 7, 48)', (_, query, variables) => {
    refuses({ query, variables }, 'BAD_VARIABLES', { name: 'n' });
    expect(() => parseFerry({ query, variables })).not.toThrow('secret');
  });

  it('a PROTECTED field that can never be theirs reads like one that does not exist (threat 4)', () => {
    const detailsOf = (field: string) => {
      try {
        return parseFerry({ query: `{ people { ${field} } }` });
      } catch (error) {
        return JSON.stringify(error).replaceAll(field, 'FIELD');
      }
    };
    expect(detailsOf('claim')).toBe(detailsOf('ghost'));
    expect(parseFerry({ query: '{ people { claim } }', granted: ['Person.claim'] }).operation).toBeDefined();
  });

  it('takes a mutation and refuses a subscription, which the schema does not have', () => {
    expect(parseFerry({ query: 'mutation { board(name: "x") { id } }' }).operation.operation).toBe('mutation');
    expect(() => parseFerry({ query: 'subscription { people { id } }' })).toThrow();
  });

  it.each(['BRA', 'constructor', ''])(
    'answers nothing to a state that is no party (%j), not even its schema',
    (party) => {
      for (const query of ['{ people { id } }', '{ __schema { queryType { name } } }', '{ nothing }'])
        expect(() => parseFerry({ query, party })).toThrow(expect.objectContaining({ code: 'NO_PARTY', status: 403 }));
    },
  );
});
