import type { Language } from '@pasarela/schema/localized-text';
import { answerSchema } from './answer';
import { buildTables } from './build-table';
import { printAnswer } from './print-answer';
import { SAMPLE_BODY, sampleAnswer } from './sample-answer';

const QUESTION = {
  id: '07',
  title: { en: 'Nationalities', es: 'Nacionalidades' },
  notes: { en: ['Never summed.'], es: ['Nunca se suma.'] },
};

function printed(language: Language, answer = sampleAnswer()): string {
  return printAnswer({
    question: QUESTION,
    answer,
    tables: buildTables(answer.data ?? {}, answer),
    language,
    coloured: false,
  });
}

test.each([
  [
    'en',
    [
      '07. Nationalities',
      '150,327 [1]',
      'NOT_PUBLISHED [3]',
      'SYNTHETIC 301',
      'SYNTHETIC SUPPRESSED',
      'WITHHELD {1}',
      'OUTAGE',
      'as of 2023-08',
      'Never summed.',
      'delete within 1 year;',
      'purpose STATISTICS',
      '8 USC 1367',
      'privacy@dhs.example',
      'SUBGRAPH_UNAVAILABLE',
    ],
  ],
  [
    'es',
    [
      '07. Nacionalidades',
      '150.327 [1]',
      'NO_PUBLICADO [3]',
      'SINTÉTICO 301',
      'SINTÉTICO SUPRIMIDO',
      'RETENIDO {1}',
      'SIN_CONEXIÓN',
      'a fecha de 2023-08',
      'Nunca se suma.',
      'eliminar en un plazo de 1 año;',
      'finalidad ESTADÍSTICA',
      'norma o principio',
      'consulte a',
    ],
  ],
] as const)('prints in %s what is shown, whose it is, what is withheld and on what terms', (language, parts) => {
  const text = printed(language);
  for (const part of parts) expect(text).toContain(part);
});

test('a synthetic figure marks its cell, its column and the whole result', () => {
  const text = printed('en');
  expect(text).toContain('so all of it is synthetic');
  expect(text).toMatch(/│ +smugglingCaseFigures\.cases[\s\S]*\(SYNTHETIC\)/);
});

test('no blank is drawn as a zero', () => {
  expect(printed('en')).not.toMatch(/│ +0 /);
});

test('a published-only result does not say synthetic', () => {
  const answer = answerSchema.parse({
    data: { years: [{ year: 2023, count: { value: 520085, state: 'VALUE', dataset: 'SNM' } }] },
  });
  expect(printed('en', answer)).not.toContain('SYNTHETIC');
});

test('an answer cannot steer the terminal', () => {
  const answer = answerSchema.parse({ data: { cases: [{ narrative: 'x\u001b[2J\u202eevil\u009b' }] } });
  for (const steering of ['\u001b', '\u009b', '\u202e']) expect(printed('en', answer)).not.toContain(steering);
});

test('a refusal is told in the words of the gateway, without tables or reading notes', () => {
  const answer = answerSchema.parse({
    errors: [{ message: 'Your issuer did not grant this purpose.', extensions: { code: 'PURPOSE_NOT_GRANTED' } }],
    extensions: { requestId: 'r-1' },
  });
  expect(printed('en', answer)).toBe(
    '07. Nationalities\n\nThe gateway refused:\n- Your issuer did not grant this purpose. (PURPOSE_NOT_GRANTED)\n\nrequest r-1\n',
  );
});

test('a dry run tells cost, subgraphs and fields, and what would be withheld', () => {
  const extensions = {
    ...SAMPLE_BODY.extensions,
    dryRun: { cost: 140, subgraphs: ['usa-smuggling-cases'], coordinates: ['Nationality.nameEn'] },
  };
  const text = printed('en', answerSchema.parse({ data: null, extensions }));
  for (const part of ['nothing was fetched', 'cost: 140', 'usa-smuggling-cases', 'Nationality.nameEn', 'G-VICTIMS'])
    expect(text).toContain(part);
});

test('a page that is not the last says so', () => {
  const answer = answerSchema.parse({
    data: { permits: { edges: [{ node: { id: '1' } }], pageInfo: { hasNextPage: true } } },
  });
  expect(printed('en', answer)).toContain('More rows follow');
});
