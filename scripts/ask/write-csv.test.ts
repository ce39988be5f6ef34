import { buildTables } from './build-table';
import { figure, sampleAnswer } from './sample-answer';
import { neutral, writeCsv } from './write-csv';

/** Rows by the header's names; none of these tests writes a quoted cell. */
function read(csv: string): Array<Record<string, string>> {
  const [header = [], ...rows] = csv
    .trimEnd()
    .split('\n')
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
    [{ title: 'Posts', columns: [], rows: [], empty: { path: ['controlPosts'], blank: 'WITHHELD', notice: 2 } }],
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
    [{ title: '-t', columns: [{ title: '=head' }, { title: '+figure' }], rows: [row] }],
    sampleAnswer(),
  );
  for (const text of ["'=cmd()", "'@evil", "'-t", "'=head", "'+figure"]) expect(csv).toContain(text);
});
