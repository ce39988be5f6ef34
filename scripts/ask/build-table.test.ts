import { buildTables } from './build-table';
import { figure, sampleAnswer } from './sample-answer';
import type { Table } from './table';

const NOTHING_RULED = { notices: [], problems: [] };
const titlesOf = ({ columns }: Table) => columns.map(({ title }) => title);
const textsOf = ({ rows }: Table) =>
  rows.map((row) => row.map((cell) => cell?.figure?.value ?? cell?.text ?? cell?.blank));

test('a list of records is a table; nested records are written out', () => {
  const [table] = buildTables({ nationalities: sampleAnswer().data?.nationalities }, NOTHING_RULED);
  expect(table?.title).toBe('nationalities');
  expect(titlesOf(table as Table)).toEqual([
    'code',
    'nameEn',
    'nameEs',
    'darienCrossings.year',
    'darienCrossings.publishedGroup',
    'darienCrossings.count',
    'smugglingCaseFigures.dataset',
    'smugglingCaseFigures.cases',
    'smugglingCaseFigures.casesWithIdentifiedVictims',
  ]);
  expect(table?.rows[0]?.[5]?.figure?.value).toBe(150327);
});

test('each inner list is a table led by the texts of its parents, and a figure stands in one table only', () => {
  const tables = buildTables(
    {
      months: [
        {
          month: '2024-03',
          count: figure({ value: 36841 }),
          revisions: [figure({ value: 35903 }), figure({ value: 36841 })],
          groups: [{ group: 'VEN', count: figure({ value: 5 }) }],
        },
      ],
    },
    NOTHING_RULED,
  );
  expect(tables.map((table) => [table.title, titlesOf(table), textsOf(table)])).toEqual([
    ['months', ['month', 'count'], [['2024-03', 36841]]],
    [
      'months.@.revisions',
      ['month', 'revisions'],
      [
        ['2024-03', 35903],
        ['2024-03', 36841],
      ],
    ],
    ['months.@.groups', ['month', 'group', 'count'], [['2024-03', 'VEN', 5]]],
  ]);
});

test('a connection is unwrapped, and its cells keep their places in the answer', () => {
  const connection = {
    edges: [{ cursor: 'x', node: { __typename: 'Permit', id: '1', places: [{ name: 'Necoclí' }, { name: 'Turbo' }] } }],
    pageInfo: { hasNextPage: true },
  };
  const [table] = buildTables({ permits: connection }, NOTHING_RULED);
  expect([table?.title, titlesOf(table as Table), textsOf(table as Table)]).toEqual([
    'permits',
    ['id', 'places'],
    [['1', 'Necoclí, Turbo']],
  ]);
  expect(table?.rows[0]?.[0]?.path).toEqual(['permits', 'edges', 0, 'node', 'id']);
});

test('columns of the same name are told apart by their whole path', () => {
  const [table] = buildTables({ places: [{ code: 'PA-5', posts: [{ code: 'a', agency: 'SNM' }] }] }, NOTHING_RULED);
  expect(titlesOf(table as Table)).toEqual(['places.@.code', 'places.@.posts.@.code', 'agency']);
});

test('a blank says whether a rule, an outage or neither is behind it', () => {
  const answer = sampleAnswer();
  const blanks = buildTables({ ...answer.data, permitStageCounts: null, other: null }, answer).map(
    (table) => table.rows.flat().at(-1)?.blank,
  );
  expect(blanks).toEqual(['WITHHELD', 'WITHHELD', 'OUTAGE', 'NULL']);
});

test.each([{ places: [] }, { places: { edges: [] } }])('an empty list is a table without rows: %j', (data) => {
  expect(buildTables(data, NOTHING_RULED)).toEqual([{ title: 'places', columns: [], rows: [] }]);
});
