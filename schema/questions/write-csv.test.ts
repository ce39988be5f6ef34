import { figure, sampleAnswer } from '../testing/sample-answer';
import { CASE_BODY, caseAnswer } from '../testing/sample-case-answer';
import { buildTables } from './build-table';
import { neutral, writeCsv } from './write-csv';

/** Rows by the header's names; none of these tests writes a quoted cell. */
function read(csv: string): Array<Record<string, string>> {
  const [header = [], ...rows] = csv
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])));
}

function sampleRows() {
  const answer = sampleAnswer();
  return read(writeCsv(buildTables({ nationalities: answer.data?.nationalities }, answer), answer));
}

test('a row for each figure, with the texts of its row, its provenance and the disclosure', () => {
  expect(sampleRows()[0]).toMatchObject({
    code: 'VEN',
    figure: 'darienCrossings.count',
    path: 'nationalities.0.darienCrossings.count',
    value: '150327',
    state: 'VALUE',
    mark: '',
    countingParty: 'PAN: SNM',
    unit: 'REGISTERED_ENTRIES',
    asOf: '2023-08',
    coverageFrom: '2022',
    status: 'PROVISIONAL',
    source: 'https://adamisacson.com/',
    purpose: 'STATISTICS',
  });
});

test('a blank figure is an empty value with its state, never 0', () => {
  const blanks = sampleRows().filter(({ value }) => value === '');
  expect(blanks.map(({ state }) => state)).toEqual(['WITHHELD', 'NOT_PUBLISHED', 'SUPPRESSED', 'WITHHELD']);
  expect(sampleRows().some(({ value }) => value === '0')).toBe(false);
});

test('a withheld figure carries its notice', () => {
  expect(sampleRows().find(({ state }) => state === 'WITHHELD')).toMatchObject({
    notice: 'WITHHELD',
    noticeRule: 'G-VICTIMS',
    noticeReason: 'Counts of victims are released each quarter.',
  });
});

test('a synthetic figure says so in its row', () => {
  expect(
    sampleRows()
      .filter(({ mark }) => mark === 'SYNTHETIC')
      .map(({ value }) => value),
  ).toEqual(['301', '']);
});

test('rows without figures are written once, and say which texts a rule lowered', () => {
  const notice = {
    code: 'LOWERED' as const,
    coordinate: 'Case.openedOn',
    path: 'cases.@.openedOn',
    level: 'month',
    rule: 'G-DATES',
    agreements: [],
    reason: 'r',
    source: null,
    contact: null,
  };
  const answer = { ...sampleAnswer(), notices: [notice] };
  const rows = read(writeCsv(buildTables({ cases: [{ id: '1', openedOn: '2024-03' }] }, answer), answer));
  expect(rows).toMatchObject([{ id: '1', openedOn: '2024-03', ruledTexts: 'openedOn: LOWERED month (G-DATES)' }]);
});

test('a list that is withheld whole has its row', () => {
  const csv = writeCsv(
    [
      {
        title: 'Posts',
        place: ['controlPosts', '@'],
        columns: [],
        rows: [],
        empty: { path: ['controlPosts'], blank: 'WITHHELD', notices: [2] },
      },
    ],
    sampleAnswer(),
  );
  expect(csv).toContain('Posts,,controlPosts,,WITHHELD');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '＠x'])(
  'a text that a spreadsheet could run gets a quote: %j',
  (text) => {
    expect(neutral(text)).toBe(`'${text.replace(/[\t\r]/, ' ')}`);
  },
);

test('a formula after a separator of another region gets a quote, and control characters become blanks', () => {
  expect(neutral("x;=cmd|' /C calc'!A0")).toBe("x;'=cmd|' /C calc'!A0");
  expect(neutral('\u001b]0;title\u0007')).toBe(' ]0;title ');
});

test('a number stays a number, also a negative one', () => {
  expect(neutral(-3432)).toBe(-3432);
});

test('formulas are neutralised wherever a text stands: headers, labels, provenance', () => {
  const row = [
    { path: ['a'], text: '=cmd()' },
    { path: ['b'], figure: figure({ source: '@evil' }) },
  ];
  const csv = writeCsv(
    [{ title: '-t', place: [], columns: [{ title: '=head' }, { title: '+figure' }], rows: [row] }],
    sampleAnswer(),
  );
  for (const text of ["'=cmd()", "'@evil", "'-t", "'=head", "'+figure"]) expect(csv).toContain(text);
});

describe('under notices that stand whatever the data', () => {
  const cases = CASE_BODY.data.usaSmugglingCases.edges.map(({ node: { persons, ...node } }) => ({ node }));
  const rowsOf = (data: Record<string, unknown>, answer = caseAnswer()) =>
    read(writeCsv(buildTables(data, answer), answer));

  test('a blank is not said to be withheld, and shown values name the same rule', () => {
    const [first, second] = rowsOf({ usaSmugglingCases: { edges: cases } });
    expect([first?.['corridor.mode'], second?.['corridor.mode']]).toEqual(['BOAT', 'WITHHELD_OR_ABSENT']);
    expect(second?.ruledTexts).toBe(
      'openedOn: LOWERED month (G-DATES); corridor.mode: CONDITIONAL none or more (G-CORRIDOR-DELAY)',
    );
    expect(first?.ruledTexts).toBe(second?.ruledTexts);
  });

  test.each([0, 3])('with %d rows: below them one row says that rows may be missing, by which rule', (count) => {
    const rows = rowsOf({ usaSmugglingCases: { edges: cases.slice(0, count) } });
    const cautions = rows.filter(({ state }) => state === 'ROWS_MAY_BE_MISSING');
    expect(cautions.map(({ noticeRule }) => noticeRule)).toEqual(
      count > 0 ? ['G-HANDLING'] : ['G-HANDLING', 'G-SUSPECTS-ONLY'],
    );
    expect(rows.slice(count)).toEqual(cautions);
    expect(cautions[0]).toMatchObject({
      table: 'usaSmugglingCases',
      path: 'usaSmugglingCases.edges.@.node',
      notice: 'ROWS_CONDITIONAL',
      noticeReason: expect.stringContaining('Rows may be missing'),
    });
  });

  test('a figure that a rule may hold back has a row with every notice on it, and a text beside it stays a text', () => {
    const notice = { ...caseAnswer().notices[1], path: 'rows.@.count', coordinate: 'Row.count' };
    const another = { ...notice, rule: 'G-COUNTS', level: 'rounded' };
    const onText = { ...notice, path: 'rows.@.name', rule: 'G-TEXTS' };
    const answer = { ...caseAnswer(), notices: [notice, another, onText] as ReturnType<typeof caseAnswer>['notices'] };
    const rows = rowsOf(
      {
        rows: [
          { name: 'a', count: figure() },
          { name: null, count: null },
        ],
      },
      answer,
    );
    expect(rows[1]).toMatchObject({
      name: 'WITHHELD_OR_ABSENT',
      figure: 'count',
      value: '',
      state: 'WITHHELD_OR_ABSENT',
      notice: 'CONDITIONAL; CONDITIONAL',
      noticeLevel: 'none; rounded',
      noticeRule: 'G-CORRIDOR-DELAY; G-COUNTS',
      ruledTexts: 'name: CONDITIONAL none or more (G-TEXTS)',
    });
    expect(rows).toHaveLength(2);
  });
});
