import { caseAnswer } from '../testing/sample-case-answer';
import { parsePath } from './answer-path';
import { missingRecordNotices, valueNotices } from './notice-reach';

const answer = caseAnswer();
const rulesOn = (path: string) => valueNotices(parsePath(path), answer).map(({ rule }) => rule);
const missingAt = (path: string, data: unknown = answer.data) =>
  missingRecordNotices(parsePath(path), { ...answer, data }).map(({ rule }) => rule);

test('a notice reaches its place and what lies inside it; one on rows reaches no value', () => {
  expect(rulesOn('usaSmugglingCases.edges.1.node.corridor.mode')).toEqual(['G-CORRIDOR-DELAY']);
  expect(rulesOn('usaSmugglingCases.edges.1.node.caseNumber')).toEqual([]);
});

test('what one notice withholds on every record leaves nothing for others to tell', () => {
  const withheld = { ...answer.notices[1], code: 'WITHHELD' as const, rule: 'G-LATER' } as (typeof answer.notices)[0];
  const notices = [...answer.notices, { ...withheld, path: 'usaSmugglingCases.edges.@.node.corridor.mode' }];
  const path = parsePath('usaSmugglingCases.edges.1.node.corridor.mode');
  expect(valueNotices(path, { notices }).map(({ rule }) => rule)).toEqual(['G-LATER']);
});

test.each([
  ['a record that is null', 'usaSmugglingCase', ['G-HANDLING']],
  ['a value of a record that is null', 'usaSmugglingCase.corridor', ['G-HANDLING']],
  ['a list that is empty', 'usaSmugglingCases.edges.2.node.persons', ['G-SUSPECTS-ONLY']],
  ['the entries of a list that is empty', 'usaSmugglingCases.edges.2.node.persons.@.birthDate', ['G-SUSPECTS-ONLY']],
  ['a record that is there', 'usaSmugglingCases.edges.0.node.persons.0.birthDate', []],
  ['a position that the answer does not have', 'usaSmugglingCases.edges.9.node.corridor', []],
])('records that may be missing at %s', (_, path, rules) => {
  expect(missingAt(path)).toEqual(rules);
});

test('where nothing was fetched, every record on the way may be missing', () => {
  expect(missingAt('usaSmugglingCases.edges.@.node.persons.@.birthDate', null)).toEqual([
    'G-HANDLING',
    'G-SUSPECTS-ONLY',
  ]);
});
