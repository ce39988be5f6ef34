import { sampleAnswer } from '../testing/sample-answer';
import { closingRows } from './closing-rows';
import { writeCsv } from './write-csv';

const question = { notes: { en: ['=Read this.'], es: ['Lea esto.'] } };

test('what is not a figure stands in rows of its own, told apart by state', () => {
  const answer = {
    ...sampleAnswer(),
    problems: [{ message: 'Down.', path: ['nationalities', 0], extensions: {} }],
    deprecations: [
      { coordinate: 'A.b', paths: ['a.b'], since: '', until: '2027-01-01', instead: null, reason: 'r', contact: null },
    ],
  };
  const rows = closingRows({ question, answer, language: 'es' });
  expect(rows.map(({ state }) => state)).toEqual([
    'SYNTHETIC_RESULT',
    'PROBLEM',
    ...answer.notices.map(() => 'NOTICE'),
    'DEPRECATED',
    'READING_NOTE',
    ...(answer.disclosure?.obligations ?? []).map(() => 'OBLIGATION'),
  ]);
  expect(rows).toContainEqual({ state: 'PROBLEM', path: 'nationalities.0', note: 'Down.' });
  expect(rows).toContainEqual({ state: 'DEPRECATED', path: 'a.b', note: 'A.b 2027-01-01: r' });
  expect(rows).toContainEqual({ state: 'READING_NOTE', note: 'Lea esto.' });
});

test('they are neutralised like every text, and carry the request', () => {
  const answer = sampleAnswer();
  const csv = writeCsv([], answer, closingRows({ question, answer, language: 'en' }));
  expect(csv).toContain("'=Read this.");
  for (const line of csv.trimEnd().split('\r\n').slice(1))
    expect(line).toContain(answer.disclosure?.requestId as string);
});

test('a dry run says what would be asked', () => {
  const answer = { ...sampleAnswer(), data: null, dryRun: { cost: 7, subgraphs: ['a', 'b'], coordinates: [] } };
  const [row] = closingRows({ question, answer, language: 'en' });
  expect(row).toEqual({ state: 'DRY_RUN', note: 'Dry run: nothing was fetched. It would cost 7 and ask: a, b.' });
});
