import { parse } from 'graphql';
import { pagedField } from './paged-query';

const PAGE = 'pageInfo { hasNextPage endCursor }';
const field = (query: string, name?: string) => pagedField(parse(query), name);

test('one root list with its cursor and its page info', () => {
  expect(field(`query ($after: String) { people(first: 5, after: $after) { edges { node { id } } ${PAGE} } }`)).toBe(
    'people',
  );
  const two = `query A { a } query B($after: String) { people(after: $after) { ${PAGE} } }`;
  expect(field(two, 'B')).toBe('people');
});

test.each([
  `mutation ($after: String) { people(after: $after) { ${PAGE} } }`,
  `query ($after: String) { people(after: $after) { ${PAGE} } other }`,
  `query ($after: String) { all: people(after: $after) { ${PAGE} } }`,
  `query ($after: String) { ...F } fragment F on Query { people(after: $after) { ${PAGE} } }`,
  `query ($cursor: String) { people(after: $cursor) { ${PAGE} } }`,
  `{ people(after: "x") { ${PAGE} } }`,
  `{ people { ${PAGE} } }`,
  'query ($after: String) { people(after: $after) { edges { node { id } } } }',
  'query ($after: String) { people(after: $after) { pageInfo { endCursor } } }',
  'query ($after: String) { people(after: $after) { pageInfo { more: hasNextPage endCursor } } }',
  `query ($after: String, $s: Boolean!) { people(after: $after) { pageInfo @skip(if: $s) { hasNextPage endCursor } } }`,
])('cannot be paged: %s', (query) => {
  expect(() => field(query)).toThrow(expect.objectContaining({ code: 'EXPORT_NOT_PAGED' }));
});
