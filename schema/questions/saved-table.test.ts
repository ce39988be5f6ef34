import { figure, sampleAnswer } from '../testing/sample-answer';
import { caseAnswer } from '../testing/sample-case-answer';
import { tableLayoutSchema } from './question';
import { savedTable } from './saved-table';

const both = (text: string) => ({ en: text, es: `${text} (es)` });
const layout = (changes: object) =>
  tableLayoutSchema.parse({
    title: both('T'),
    rows: 'months.@',
    columns: [{ title: both('month'), path: 'months.@.month' }],
    ...changes,
  });
const MONTHS = {
  data: {
    months: [
      {
        month: '2022-07',
        by: [
          { group: 'VEN', count: figure({ value: 17066 }) },
          { group: 'ECU', count: figure({ value: 883 }) },
        ],
      },
      { month: '2022-08', by: [{ group: 'ECU', count: figure({ value: null, state: 'NOT_PUBLISHED' }) }] },
    ],
  },
  notices: [],
  problems: [],
};

test('a cross table has a column for each label, and no figure where the list holds none', () => {
  const across = {
    title: both('group'),
    list: 'months.@.by.@',
    labels: ['months.@.by.@.group'],
    figure: 'months.@.by.@.count',
  };
  const table = savedTable(layout({ across }), { ...MONTHS, language: 'en' });
  expect(table.columns).toEqual([
    { title: 'month' },
    { title: 'VEN', labels: { group: 'VEN' }, crossed: true },
    { title: 'ECU', labels: { group: 'ECU' }, crossed: true },
  ]);
  expect(table.rows.map((row) => row.map((cell) => cell?.text ?? cell?.figure?.value ?? cell?.figure?.state))).toEqual([
    ['2022-07', 17066, 883],
    ['2022-08', undefined, 'NOT_PUBLISHED'],
  ]);
});

test('without labels the entries are numbered', () => {
  const across = { title: both('publication'), list: 'months.@.by.@', labels: [], figure: 'months.@.by.@.count' };
  expect(savedTable(layout({ across }), { ...MONTHS, language: 'es' }).columns.map(({ title }) => title)).toEqual([
    'month (es)',
    'publication (es) 1',
    'publication (es) 2',
  ]);
});

test.each([
  [19874, '+19,874'],
  [-3432, '-3,432'],
  [0, '0'],
])('a difference of %d is written %s', (value, text) => {
  const table = savedTable(layout({ columns: [{ title: both('d'), path: 'months.@.d', signed: true }] }), {
    data: { months: [{ d: value }] },
    notices: [],
    problems: [],
    language: 'en',
  });
  expect(table.rows[0]?.[0]).toMatchObject({ text, number: value });
});

test('a null that stands for all is written out, but never in the place of what a rule withholds', () => {
  const columns = [
    { title: both('group'), path: 'nationalities.@.darienCrossings.publishedGroup', absent: both('none') },
    {
      title: both('victims'),
      path: 'nationalities.@.usaSmugglingCaseFigures.casesWithIdentifiedVictims',
      absent: both('none'),
    },
  ];
  const table = savedTable(layout({ rows: 'nationalities.@', columns }), { ...sampleAnswer(), language: 'en' });
  expect(table.rows[1]?.map((cell) => cell?.text ?? cell?.blank)).toEqual(['none', 'WITHHELD']);
});

test('a list that is withheld whole says so', () => {
  expect(savedTable(layout({ rows: 'controlPosts.@' }), { ...sampleAnswer(), language: 'en' })).toMatchObject({
    rows: [],
    empty: { blank: 'WITHHELD', notices: [2] },
  });
});

test('a path of its own for each language', () => {
  const columns = [{ title: both('name'), path: { en: 'nationalities.@.nameEn', es: 'nationalities.@.nameEs' } }];
  const names = (language: 'en' | 'es') =>
    savedTable(layout({ rows: 'nationalities.@', columns }), { ...sampleAnswer(), language }).rows[1]?.[0]?.text;
  expect([names('en'), names('es')]).toEqual(['Haiti', 'Haití']);
});

describe('under notices that stand whatever the data', () => {
  const NODE = 'usaSmugglingCases.edges.@.node';
  const filled = (rows: string, ...paths: string[]) => {
    const columns = paths.map((path) => ({ title: both(path), path, absent: both('none') }));
    return savedTable(layout({ rows, columns }), { ...caseAnswer(), language: 'en' });
  };

  test('a null that a rule may be behind is never written out as "none"', () => {
    const table = filled(NODE, `${NODE}.corridor.mode`, `${NODE}.openedOn`);
    expect(table.rows.map((row) => row.map((cell) => cell?.text ?? cell?.blank))).toEqual([
      ['BOAT', '2024-12'],
      ['WITHHELD_OR_ABSENT', '2026-05'],
      ['TRUCK', 'none'],
    ]);
    expect(table.rows[1]?.[0]?.notices).toEqual([2]);
  });

  test('a value of a record that may be missing is such a null too', () => {
    expect(filled(NODE, 'usaSmugglingCase.caseNumber').rows[0]?.[0]).toMatchObject({
      blank: 'WITHHELD_OR_ABSENT',
      notices: [6],
    });
  });

  test('a list that was answered and is empty is no blank; one that is null may be withheld', () => {
    const notices = [{ ...caseAnswer().notices[1], path: 'posts.@' }] as ReturnType<typeof caseAnswer>['notices'];
    const posts = (data: object) =>
      savedTable(layout({ rows: 'posts.@' }), { data, notices, problems: [], language: 'en' }).empty;
    expect(posts({ posts: [] })).toMatchObject({ blank: 'NULL' });
    expect(posts({ posts: null })).toMatchObject({ blank: 'WITHHELD_OR_ABSENT', notices: [1] });
  });
});
