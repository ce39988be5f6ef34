import { parse } from 'graphql';
import { pagedLists } from './paged-query';

const PAGE = 'pageInfo { hasNextPage endCursor }';
const lists = (query: string, name?: string) =>
  pagedLists(parse(query), name).map(({ path, variable }) => `${path.join('.')} by ${variable}`);

test.each([
  [`query ($after: String) { people(first: 5, after: $after) { edges { node { id } } ${PAGE} } }`, ['people by after']],
  [`query ($cursor: String) { all: people(after: $cursor) { ${PAGE} } }`, ['all by cursor']],
  [
    `query ($a: String, $b: String) { people(after: $a) { ${PAGE} } log { name days(after: $b) { ...Days } } }
     fragment Days on Days { edges { node { day } } ${PAGE} }`,
    ['people by a', 'log.days by b'],
  ],
  [
    `query ($after: String, $s: Boolean!) { people(after: $after) @skip(if: $s) { ${PAGE} edges { node { id } } } }`,
    ['people by after'],
  ],
])('lists that come in pages: %s', (query, expected) => {
  expect(lists(query)).toEqual(expected);
});

test('the operation that is named is the one that is looked at', () => {
  const two = `query A { a } query B($after: String) { people(after: $after) { ${PAGE} } }`;
  expect(lists(two, 'B')).toEqual(['people by after']);
  expect(lists(two, 'A')).toEqual([]);
});

test('what has no pages is one page', () => {
  expect(lists('query ($s: Boolean!) { months { count } ... @include(if: $s) { years { count } } }')).toEqual([]);
});

test.each([
  `mutation ($after: String) { people(after: $after) { ${PAGE} } }`,
  'mutation { change { done } }',
  'subscription { changes { id } }',
  `query ($after: String) { people(after: $after) { ${PAGE} } other }`,
  `query ($after: String) { people(after: $after) { ${PAGE} } others(after: $after) { ${PAGE} } }`,
  `{ people(after: "x") { ${PAGE} } }`,
  `{ people { ${PAGE} } }`,
  '{ people { edges { node { id } } } }',
  '{ log { days(first: 100) { ...Days } } } fragment Days on Days { edges { node { day } } }',
  'query ($after: String) { people(after: $after) { edges { node { id } } } }',
  'query ($after: String) { people(after: $after) { pageInfo { endCursor } } }',
  'query ($after: String) { people(after: $after) { pageInfo { more: hasNextPage endCursor } } }',
  `query ($after: String, $s: Boolean!) { people(after: $after) { pageInfo @skip(if: $s) { hasNextPage endCursor } } }`,
  `query ($after: String, $s: Boolean!) { people(after: $after) { edges { node { id } } ... @skip(if: $s) { ${PAGE} } } }`,
])('cannot be exported: %s', (query) => {
  expect(() => lists(query)).toThrow(expect.objectContaining({ code: 'EXPORT_NOT_PAGED' }));
});
