import { parse } from 'graphql';
import type { RequestError } from '../../errors';
import { FERRY_SCHEMA } from '../../testing/ferry';
import { validateDocument } from './validate-document';

/** The refusal of a document of the test domain; undefined when it is valid. */
function refusalOf(query: string): RequestError | undefined {
  try {
    validateDocument(FERRY_SCHEMA, parse(query));
    return undefined;
  } catch (error) {
    return error as RequestError;
  }
}

describe('validateDocument', () => {
  it.each([
    '{ people { name } }',
    '{ __typename __schema { types { name } } }',
    'query ($f: PersonFilter) { people(filter: $f) { ...P } } fragment P on Person { id }',
  ])('takes %s', (query) => {
    expect(refusalOf(query)).toBeUndefined();
  });

  it.each([
    ['field', '{ peeple { name } }', 'peeple'],
    ['field below', '{\n  people { nam }\n}', 'nam'],
    ['argument', '{ people(frist: 3) { id } }', 'frist'],
    ['type', '{ ... on Peson { id } }', 'Peson'],
    ['fragment', '{ ...Peple }', 'Peple'],
    ['directive', '{ people @defer { id } }', 'defer'],
    ['federation field', '{ _service { sdl } }', '_service'],
    ['type of a variable', 'query ($f: PersonFiltr) { people(filter: $f) { id } }', 'PersonFiltr'],
  ])('an unknown %s is called by the name that was written, and nothing else', (_, query, name) => {
    const refusal = refusalOf(query);
    expect(refusal).toMatchObject({ code: 'UNKNOWN_FIELD', status: 400, details: { name } });
    expect(refusal?.message).toMatch(/^The query asks for `\w+`, which does not exist, at line \d+, column \d+\.$/);
  });

  it.each([
    ['ScalarLeafs', '{ people }'],
    ['ScalarLeafs', '{ people { name { x } } }'],
    ['ValuesOfCorrectType', '{ people(first: "secret-value") { id } }'],
    ['ValuesOfCorrectType', '{ people(filter: { nam: "secret-value" }) { id } }'],
    ['ProvidedRequiredArguments', 'mutation { board { id } }'],
    ['NoUnusedVariables', 'query ($x: Int) { people { id } }'],
    ['NoUndefinedVariables', '{ people(first: $x) { id } }'],
    ['VariablesInAllowedPosition', 'query ($x: String) { people(first: $x) { id } }'],
    ['OverlappingFieldsCanBeMerged', '{ people { a: name a: age } }'],
    ['NoFragmentCycles', '{ ...A } fragment A on Query { ...A }'],
    ['NoUnusedFragments', '{ people { id } } fragment A on Query { __typename }'],
    ['PossibleFragmentSpreads', '{ people { ... on Parcel { weight } } }'],
    ['LoneAnonymousOperation', '{ people { id } } query A { people { id } }'],
    ['UniqueOperationNames', 'query A { people { id } } query A { people { id } }'],
    ['UniqueArgumentNames', '{ people(first: 1, first: 2) { id } }'],
    ['ReservedAliases', '{ people { __typename: name } }'],
  ])('a breach of %s is called by the name of the rule', (rule, query) => {
    const refusal = refusalOf(query);
    expect(refusal).toMatchObject({ code: 'INVALID_QUERY', status: 400, details: { rule } });
    expect(refusal?.message).toMatch(/^The query breaks the GraphQL rule \w+ at line \d+, column \d+\.$/);
  });

  it.each([
    '{ peeple { id } }',
    '{ people { nme } }',
    '{ people }',
    '{ people(frist: "secret-value") { id } }',
    '{ people(first: "secret-value") { id } }',
    '{ people(filter: { nam: "secret-value" }) { id } }',
    '{ travellers { rank } }',
    '{ ... on Traveler { id } }',
    'query ($x: PersonFiltr) { people(filter: $x) { id } }',
    'query ($x: String = "secret-value") { people(first: $x) { id } }',
    'mutation { board { id } }',
  ])('says nothing that the requester did not write (threats 2, 3, 7): %s', (query) => {
    const refusal = refusalOf(query);
    const said = JSON.stringify([refusal?.message, refusal?.details, refusal?.extensions]);
    expect(said).not.toMatch(/did you mean|secret-value|suggest/i);
    const known = ['Person', 'Traveller', 'Crew', 'Parcel', 'PersonFilter', 'PersonPage', 'Seat', 'String', 'Int'];
    for (const word of known) expect(said).not.toMatch(new RegExp(`\\b${word}\\b`));
    expect(said).not.toMatch(/\b(friends|weight|taken|trips|claim)\b/);
  });

  it('gives the place of the first breach of many, and stops there', () => {
    const query = `{\n  ${Array.from({ length: 1000 }, (_, index) => `ghost${index}`).join('\n  ')}\n}`;
    expect(refusalOf(query)).toMatchObject({ details: { name: 'ghost0', line: 2, column: 3 } });
  });
});
