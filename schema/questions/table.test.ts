import { caseAnswer } from '../testing/sample-case-answer';
import { buildTables } from './build-table';
import { rowNoticesOf } from './table';

const answer = caseAnswer();
const rowNotices = (data: Record<string, unknown>) =>
  buildTables(data, answer).map((table) => [table.title, rowNoticesOf(table, answer)]);

test('rows of a table may be missing by the rules on its own rows and on the rows that lead them', () => {
  expect(rowNotices({ usaSmugglingCases: answer.data?.usaSmugglingCases })).toEqual([
    ['usaSmugglingCases.edges.@.node.persons', [4, 5]],
    ['usaSmugglingCases', [4, 5]],
  ]);
});

test('a rule on rows of a list that the table does not hold says nothing of the table', () => {
  const edges = [{ node: { caseNumber: 'p-1' } }];
  expect(rowNotices({ usaSmugglingCases: { edges }, places: [{ code: 'PA-5' }] })).toEqual([
    ['usaSmugglingCases', [4]],
    ['places', []],
  ]);
});

test('a table without rows says so too: that is the case in which it matters most', () => {
  expect(rowNotices({ usaSmugglingCases: { edges: [] } })).toEqual([['usaSmugglingCases', [4, 5]]]);
});

test('a notice says the same whether rows are there or not', () => {
  const one = (usaSmugglingCase: unknown) => rowNotices({ usaSmugglingCase });
  expect(one(null)).toEqual([['usaSmugglingCase', [6]]]);
  expect(one({ caseNumber: 'p-1' })).toEqual(one(null));
});
