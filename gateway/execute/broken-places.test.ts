import type { Problem } from '../request-state';
import { brokenProblems } from './broken-places';

const PLANNED = { subgraphs: ['a', 'b'] };
const problem = (more: Partial<Problem>): Problem => ({
  code: 'SUBGRAPH_UNAVAILABLE',
  details: { subgraph: 'a' },
  path: undefined,
  ...more,
});
const told = (broken: readonly string[], ...problems: Problem[]) =>
  brokenProblems(broken, problems, PLANNED).map(({ code, paths }) => [code, paths]);

it('is told where nothing else explains it, each place once', () => {
  expect(told(['people.0.id', 'people.10.id', 'page.more'])).toEqual([
    ['SUBGRAPH_INVALID', ['people.@.id', 'page.more']],
  ]);
  expect(told([])).toEqual([]);
});

it('is not told again of what an error at it, above it or below it explains', () => {
  for (const path of [['people', 3, 'id'], ['people', 3], ['people'], ['people', 3, 'id', 'x']])
    expect(told(['people.3.id'], problem({ path }))).toEqual([]);
  for (const paths of [['people.@.id'], ['people.@'], ['page', 'people']])
    expect(told(['people.3.id'], problem({ paths }))).toEqual([]);
  expect(told(['people.3.id'], problem({}))).toEqual([]);
});

it('is told beside an error at another element, or of another field that begins alike', () => {
  const expected = [['SUBGRAPH_INVALID', ['people.@.id']]];
  expect(told(['people.3.id'], problem({ path: ['people', 0, 'id'] }))).toEqual(expected);
  expect(told(['people.3.id'], problem({ path: ['people', 33, 'id'] }))).toEqual(expected);
  expect(told(['people.3.id'], problem({ paths: ['people.@.identity'] }))).toEqual(expected);
});
