import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Fault } from './fault';
import { listQuestions, readQuestionFile, readSavedQuestion } from './read-question';

const GOOD =
  'title: { en: Years, es: Años }\nnotes: { en: [A.], es: [B.] }\naskedBy: analyst.pan\npurpose: STATISTICS\n';
let directory: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'questions-'));
  writeFileSync(path.join(directory, '03.graphql'), '{ a }');
  writeFileSync(path.join(directory, '03.yaml'), GOOD);
});
afterEach(() => rmSync(directory, { recursive: true }));

test.each(['03', '3'])('reads question %s with its texts', (number) => {
  expect(readSavedQuestion(number, directory)).toMatchObject({
    id: '03',
    query: '{ a }',
    title: { es: 'Años' },
    variables: {},
    askedBy: 'analyst.pan',
  });
});

test('lists questions with their titles', () => {
  expect(listQuestions(directory)).toEqual([{ id: '03', title: { en: 'Years', es: 'Años' } }]);
});

test.each(['04', '../03', ''])('there is no question %j', (number) => {
  expect(() => readSavedQuestion(number, directory)).toThrow(
    new Fault('unknownQuestion', { name: number, known: '03' }),
  );
});

test.each([
  ['a key that nobody reads', `${GOOD}extra: 1\n`],
  ['no notes in Spanish', GOOD.replace(', es: [B.]', '')],
  ['no YAML', 'a: [}'],
])('a saved question with %s is refused in one line', (_, text) => {
  writeFileSync(path.join(directory, '03.yaml'), text);
  expect(() => readSavedQuestion('03', directory)).toThrow(/^The saved question 03 does not fit its form: .+$/);
});

test('reads a query of the user, or says that it cannot be read', () => {
  expect(readQuestionFile(path.join(directory, '03.graphql'))).toEqual({ query: '{ a }', variables: {} });
  expect(() => readQuestionFile(path.join(directory, 'no'))).toThrow(/cannot be read/);
});
