import { LANGUAGES } from '@pasarela/schema/localized-text';
import { vocabularyOf } from '@pasarela/schema/questions/vocabulary';
import { Fault } from './fault';
import { HELP, OPTIONS } from './options';
import { TEXTS } from './texts';

/** Every text with its key. */
function flat(value: unknown, key = ''): Array<[string, string]> {
  if (typeof value === 'string') return [[key, value]];
  return Object.entries(value as object).flatMap(([name, entry]) => flat(entry, `${key}.${name}`));
}
const slots = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([slot]) => slot).sort();
const SAME_IN_BOTH = new Set(['.blanks']);

test('every text is there in both languages, differs, and has the same slots', () => {
  const es = new Map(flat(TEXTS.es));
  for (const [key, text] of flat(TEXTS.en)) {
    const spanish = es.get(key) ?? '';
    expect([key, slots(spanish)]).toEqual([key, slots(text)]);
    expect([key, spanish !== '' && (spanish !== text || SAME_IN_BOTH.has(key))]).toEqual([key, true]);
  }
  expect(es.size).toBe(flat(TEXTS.en).length);
});

test('every option and heading is told in both languages', () => {
  for (const option of OPTIONS) for (const language of LANGUAGES) expect(option[language].length).toBeGreaterThan(5);
  expect(Object.keys(HELP.headings.es)).toEqual(Object.keys(HELP.headings.en));
});

test('every state that can leave a figure blank has a meaning and a Spanish word', () => {
  for (const state of ['SUPPRESSED', 'WITHHELD', 'NOT_PUBLISHED', 'NOT_APPLICABLE', 'NOT_COLLECTED', 'OUTAGE']) {
    expect(TEXTS.es.states).toHaveProperty(state);
    expect(vocabularyOf('es').word(state)).not.toBe(state);
  }
});

test('the glossary in Spanish', () => {
  const { word } = vocabularyOf('es');
  expect([word('WITHHELD'), word('SUPPRESSED'), TEXTS.es.purpose]).toEqual(['RETENIDO', 'SUPRIMIDO', 'finalidad']);
  expect(
    flat(TEXTS.es)
      .map(([, text]) => text)
      .join(' '),
  ).not.toMatch(/ilegal|propósito/i);
});

test('the codes of notices in Spanish', () => {
  const { word } = vocabularyOf('es');
  expect(['WITHHELD', 'LOWERED', 'CONDITIONAL', 'ROWS_CONDITIONAL', 'WITHHELD_OR_ABSENT'].map(word)).toEqual([
    'RETENIDO',
    'REDUCIDO',
    'CONDICIONAL',
    'FILAS CONDICIONALES',
    'RETENIDO_O_AUSENTE',
  ]);
});

test.each([
  ['en', /does not say/],
  ['es', /no dice/],
] as const)('in %s whatever stands whatever the data says what it does not say', (language, words) => {
  const { conditional, why, states, rowsMayBeMissing } = TEXTS[language];
  for (const text of [...Object.values(conditional), why.conditional, why.missingRows, rowsMayBeMissing])
    expect(text).toMatch(words);
  expect(states.WITHHELD_OR_ABSENT).toMatch(words);
});

test('a usage fault says where help is, in one line', () => {
  for (const language of LANGUAGES)
    expect(new Fault('unknownOption', { name: '--x' }).line(language)).toMatch(/^.*--x.*--help.*$/);
  expect(new Fault('notRunning', { url: 'u' }).line('es')).toMatch(/npm start$/);
});
