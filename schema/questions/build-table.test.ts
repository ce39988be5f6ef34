import { figure, sampleAnswer } from '../testing/sample-answer';
import { caseAnswer } from '../testing/sample-case-answer';
import { buildTables } from './build-table';
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
    'usaSmugglingCaseFigures.dataset',
    'usaSmugglingCaseFigures.cases',
    'usaSmugglingCaseFigures.casesWithIdentifiedVictims',
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

test('names of which a notice tells are no names in one cell: each carries the notice', () => {
  const notices = [{ ...caseAnswer().notices[1], path: 'permits.@.places.@.name' }] as never;
  const permits = [{ id: '1', places: [{ name: 'Necoclí' }, { name: 'Turbo' }] }];
  expect(buildTables({ permits }, { notices, problems: [] }).map((table) => [table.title, textsOf(table)])).toEqual([
    [
      'permits.@.places',
      [
        ['1', 'Necoclí'],
        ['1', 'Turbo'],
      ],
    ],
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
  expect(buildTables(data, NOTHING_RULED)).toEqual([{ title: 'places', place: ['places'], columns: [], rows: [] }]);
});

test('a record whose connections are all empty keeps a row of its own', () => {
  const cases = [
    { caseNumber: '1', persons: { edges: [] } },
    { caseNumber: '2', persons: { edges: [{ node: { sex: 'MALE' } }] } },
  ];
  expect(buildTables({ cases }, NOTHING_RULED).map((table) => [table.title, textsOf(table)])).toEqual([
    ['cases', [['1']]],
    ['cases.@.persons', [['2', 'MALE']]],
  ]);
});

describe('under notices that stand whatever the data', () => {
  const answer = caseAnswer();
  const cases = () => buildTables({ usaSmugglingCases: answer.data?.usaSmugglingCases }, answer);
  const column = (title: string) => {
    const [persons] = cases();
    const i = titlesOf(persons as Table).indexOf(title);
    return persons?.rows.map((row) => [row[i]?.text ?? row[i]?.blank, row[i]?.notices]);
  };

  test('a null record is blank in the columns that other rows write out, and is not said to be withheld', () => {
    expect(titlesOf(cases()[0] as Table)).toEqual(['caseNumber', 'openedOn', 'corridor.mode', 'birthDate']);
    expect(column('corridor.mode')).toEqual([
      ['BOAT', [2]],
      ['BOAT', [2]],
      ['WITHHELD_OR_ABSENT', [2]],
    ]);
  });

  test('a shown value and a blank one carry the same notice', () => {
    expect(column('birthDate')).toEqual([
      ['1979-04-14', [3]],
      ['12-17', [3]],
      ['WITHHELD_OR_ABSENT', [3]],
    ]);
  });

  test('what is only lowered is no doubtful blank, and notices on rows mark no cell of a row that is there', () => {
    const withoutPersons = cases()[1] as Table;
    expect(withoutPersons.rows[0]?.map((cell) => [cell?.text ?? cell?.blank, cell?.notices])).toEqual([
      ['p-3', undefined],
      ['NULL', [1]],
      ['TRUCK', [2]],
      ['', [5]],
    ]);
  });

  test('a record that may be missing is a doubtful blank; one that failed is an outage', () => {
    const one = { usaSmugglingCase: null };
    expect(buildTables(one, answer)[0]?.rows[0]?.[0]).toMatchObject({ blank: 'WITHHELD_OR_ABSENT', notices: [6] });
    const problems = [{ message: 'Not now.', path: ['usaSmugglingCase'] }];
    expect(buildTables(one, { ...answer, problems })[0]?.rows[0]?.[0]).toMatchObject({ blank: 'OUTAGE' });
  });
});
