import type { Language } from '@pasarela/schema/localized-text';
import { answerSchema } from '@pasarela/schema/questions/answer';
import { buildTables } from '@pasarela/schema/questions/build-table';
import { SAMPLE_BODY, sampleAnswer } from '@pasarela/schema/testing/sample-answer';
import { CASE_BODY, caseAnswer } from '@pasarela/schema/testing/sample-case-answer';
import { printAnswer } from './print-answer';

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
  expect(text).toMatch(/│ +usaSmugglingCaseFigures\.cases[\s\S]*\(SYNTHETIC\)/);
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

test.each([
  ['en', 'Which fields of this answer are about to go', 'stays at least until 2027-01-01 · instead: Nationality.name'],
  ['es', 'Qué campos de esta respuesta se van a retirar', 'permanece al menos hasta 2027-01-01 · en su lugar: '],
] as const)('says in %s which fields are about to go, and nothing where none is', (language, title, until) => {
  const deprecations = [
    {
      coordinate: 'Nationality.nameEn',
      paths: ['nationalities.@.nameEn'],
      since: '2026-01-01',
      until: '2027-01-01',
      instead: 'Nationality.name',
      reason: 'One name in each language.',
      contact: 'SNM',
    },
  ];
  const told = answerSchema.parse({ ...SAMPLE_BODY, extensions: { ...SAMPLE_BODY.extensions, deprecations } });
  for (const part of [title, `Nationality.nameEn: ${until}`, 'One name in each language.'])
    expect(printed(language, told)).toContain(part);
  expect(printed(language, answerSchema.parse(SAMPLE_BODY))).not.toContain(title);
});

test('a page that is not the last says so', () => {
  const answer = answerSchema.parse({
    data: { permits: { edges: [{ node: { id: '1' } }], pageInfo: { hasNextPage: true } } },
  });
  expect(printed('en', answer)).toContain('More rows follow');
});

describe('notices that stand whatever the data', () => {
  const edges = CASE_BODY.data.usaSmugglingCases.edges;
  const cases = (count: number) => ({
    ...caseAnswer(),
    data: { usaSmugglingCases: { edges: edges.slice(0, count).map(({ node: { persons, ...node } }) => ({ node })) } },
  });

  test.each([
    [
      'en',
      [
        '│ WITHHELD_OR_ABSENT {2} │',
        '│ BOAT {2} ',
        'WITHHELD_OR_ABSENT: a rule may have held it back on this record, or nothing is there',
        'CONDITIONAL (the least that a record may show: none)',
        'rule: G-CORRIDOR-DELAY',
        'ROWS_CONDITIONAL (rows of type: UsaSmugglingCase)',
        'it does not say whether anything was hidden or lowered here.',
        'it does not say whether any row is missing here.',
      ],
    ],
    [
      'es',
      [
        '│ RETENIDO_O_AUSENTE {2} │',
        '│ lancha {2} ',
        'RETENIDO_O_AUSENTE: puede que una regla lo haya retenido en este registro, o que no haya nada',
        'CONDICIONAL (lo mínimo que puede mostrar un registro: nada)',
        'regla: G-CORRIDOR-DELAY',
        'FILAS CONDICIONALES (filas del tipo: UsaSmugglingCase)',
        'no dice si aquí se ocultó o se redujo algo.',
        'no dice si aquí falta alguna fila.',
      ],
    ],
  ] as const)('are told in %s with least level, rule, and that they tell nothing of the data', (language, parts) => {
    const text = printed(language, cases(2));
    for (const part of parts) expect(text).toContain(part);
    expect(text).not.toMatch(/\bWITHHELD\b|\bRETENIDO\b/);
  });

  test.each([0, 1, 3])('with %d rows: that rows may be missing stands once, below the table', (count) => {
    const text = printed('en', cases(count));
    expect(text.match(/^\{4.*\} Rows may be missing here.*does not say whether any row is missing\.$/gm)).toHaveLength(
      1,
    );
    expect(text).toMatch(/(┘|no rows)\n\{4/);
  });

  test('without such notices nothing is said of them', () => {
    expect(printed('en')).not.toMatch(/CONDITIONAL|ABSENT|may be missing/);
  });

  test('a dry run tells them as well', () => {
    const dryRun = { cost: 1, subgraphs: [], coordinates: [] };
    const text = printed('en', answerSchema.parse({ data: null, extensions: { ...CASE_BODY.extensions, dryRun } }));
    for (const part of ['G-CORRIDOR-DELAY', 'G-HANDLING', 'whether any row is missing']) expect(text).toContain(part);
  });

  test('of a list that is blank as a whole the blank is explained too', () => {
    const [table] = buildTables({ usaSmugglingCase: null }, caseAnswer());
    const empty = table?.rows[0]?.[0];
    if (!table || !empty) throw new Error('the sample has a case that is null');
    const tables = [{ ...table, rows: [], empty }];
    const text = printAnswer({ question: QUESTION, answer: caseAnswer(), tables, language: 'en', coloured: false });
    expect(text).toContain('\nWITHHELD_OR_ABSENT {6}\n');
    expect(text).toContain('WITHHELD_OR_ABSENT: a rule may');
  });
});
