import { answerSchema } from '@pasarela/schema/questions/answer';
import { SAMPLE_BODY, sampleAnswer } from '@pasarela/schema/testing/sample-answer';
import { CASE_BODY, caseAnswer } from '@pasarela/schema/testing/sample-case-answer';
import { explainBlank } from './explain-blank';

const explained = (path: string, language: 'en' | 'es' = 'en') => explainBlank(path, sampleAnswer(), language);

test.each([
  'nationalities.0.usaSmugglingCaseFigures.casesWithIdentifiedVictims',
  'nationalities.@.usaSmugglingCaseFigures.casesWithIdentifiedVictims',
  'nationalities.1.usaSmugglingCaseFigures.casesWithIdentifiedVictims.value',
])('%s is withheld: level, rule, agreement, reason, law, contact', (path) => {
  const { text, known } = explained(path);
  expect(known).toBe(true);
  for (const part of [
    'is withheld by a rule',
    'none',
    'G-VICTIMS',
    'TRILATERAL-STATISTICS',
    'released each quarter',
    '8 USC 1367',
    'privacy@dhs.example',
  ])
    expect(text).toContain(part);
});

test('a list that is withheld whole is explained at the list and inside it', () => {
  expect(explained('controlPosts').text).toContain('No agreement grants this field');
  expect(explained('controlPosts.@.agency').text).toContain('No agreement grants this field');
});

test('what is withheld beneath a path is told', () => {
  expect(explained('nationalities.0.usaSmugglingCaseFigures').text).toContain(
    'Beneath nationalities.0.usaSmugglingCaseFigures',
  );
});

test('a figure without a value is explained by its state and its note', () => {
  const { text } = explained('nationalities.1.darienCrossings.count.value');
  expect(text).toContain('its state is NOT_PUBLISHED');
  expect(text).toContain('Printed inside HTI+BRA+CHL.');
  expect(explained('nationalities.1.usaSmugglingCaseFigures.cases', 'es').text).toContain('su estado es SUPRIMIDO');
});

test('a record is explained by the blanks inside it', () => {
  expect(explained('nationalities.1.darienCrossings').text).toContain('nationalities.1.darienCrossings.count is blank');
});

test('a plain null says that it says nothing', () => {
  expect(explained('nationalities.1.darienCrossings.publishedGroup').text).toMatch(
    /the rules do not withhold it\. An absent record and a hidden one look alike/,
  );
});

test('an outage is told as one, also for what lies inside it', () => {
  expect(explained('permitStageCounts').text).toContain('could not be had');
  expect(explained('permitStageCounts.@.count').text).toContain('could not be had');
});

test('what is not blank is shown', () => {
  expect(explained('nationalities.0.darienCrossings.count').text).toContain('is not blank: 150,327');
  expect(explained('nationalities.0.code').text).toContain('is not blank: VEN');
});

test.each(['nope', 'nationalities.9.code', 'nationalities.0.nope'])('the question has no path %s', (path) => {
  expect(explained(path)).toMatchObject({ known: false, text: expect.stringContaining('nationalities.@.code') });
});

test('a dry run explains notices and claims no values', () => {
  const dryRun = answerSchema.parse({
    data: null,
    extensions: { ...SAMPLE_BODY.extensions, dryRun: { cost: 1, subgraphs: [], coordinates: [] } },
  });
  expect(explainBlank('controlPosts', dryRun, 'en').text).toContain('withheld');
  expect(explainBlank('nationalities.0.code', dryRun, 'en').text).toContain('fetches nothing');
});

describe('under notices that stand whatever the data', () => {
  const corridor = (i: number | '@') => `usaSmugglingCases.edges.${i}.node.corridor`;
  const told = (path: string, language: 'en' | 'es' = 'en') => explainBlank(path, caseAnswer(), language);

  test.each([
    [
      'en',
      [
        'may be blank or lowered on some records under rule G-CORRIDOR-DELAY',
        'does not say whether anything was hidden',
        'the least that a record may show: none',
        'a corridor 90 days late',
        'is null: a rule may have held it back, or nothing is there',
      ],
    ],
    [
      'es',
      [
        'puede estar en blanco o reducido en algunos registros según la regla G-CORRIDOR-DELAY',
        'no dice si aquí se ocultó',
        'lo mínimo que puede mostrar un registro: nada',
        'es nulo: puede que una regla lo haya retenido, o que no haya nada',
      ],
    ],
  ] as const)(
    'a blank is explained in %s by the rule that may be behind it, and by what is not said',
    (language, parts) => {
      const { text, known } = told(corridor(1), language);
      expect(known).toBe(true);
      for (const part of parts) expect(text).toContain(part);
      expect(text).not.toMatch(/is withheld by|está retenido por|do not withhold|no lo retienen/);
    },
  );

  test('blank or not, the notice is told in the same words', () => {
    const [blank, shown] = [1, 0].map((i) => told(corridor(i)).text.replaceAll(`edges.${i}`, 'edges.N').split('\n'));
    expect(shown?.slice(0, -1)).toEqual(blank?.slice(0, -1));
    expect(shown?.at(-1)).toContain('is not blank');
  });

  test('what is shown may have been lowered, and that is not said', () => {
    expect(told('usaSmugglingCases.edges.0.node.persons.@.birthDate').text).toContain(
      'is not blank: 12-17. Whether a rule lowered it on this record is not said.',
    );
  });

  test('all places of a list', () => {
    const { text } = told(`${corridor('@')}.mode`);
    for (const line of [
      '0.node.corridor.mode is not blank: BOAT',
      '1.node.corridor.mode is null',
      '2.node.corridor.mode is not blank',
    ])
      expect(text).toContain(line);
  });

  test.each([
    ['usaSmugglingCase', 'G-HANDLING'],
    ['usaSmugglingCase.caseNumber', 'G-HANDLING'],
    ['usaSmugglingCases.edges.@.node', 'G-HANDLING'],
    ['usaSmugglingCases.edges.2.node.persons', 'G-SUSPECTS-ONLY'],
    ['usaSmugglingCases.edges.2.node.persons.@', 'G-SUSPECTS-ONLY'],
    ['usaSmugglingCases.edges.2.node.persons.@.sex', 'G-SUSPECTS-ONLY'],
  ])('at %s rows may be missing', (path, rule) => {
    const { text, known } = told(path);
    expect(known).toBe(true);
    expect(text).toContain(`Rows may be missing at ${path}, or on the way to it, under rule ${rule}`);
    expect(text).toContain('does not say whether any row is missing');
  });

  test('a record that may be missing is null for a reason that is not told', () => {
    expect(told('usaSmugglingCase').text).toContain('usaSmugglingCase is null: a rule may have held it back');
  });

  test('of a row that is there nothing is missing', () => {
    expect(told('usaSmugglingCases.edges.0.node.caseNumber').text).toBe(
      'usaSmugglingCases.edges.0.node.caseNumber is not blank: p-1. No rule lowers it.',
    );
  });

  test('what is told beneath a path says once that it tells nothing of the data', () => {
    const { text } = told('usaSmugglingCases');
    for (const part of ['Beneath usaSmugglingCases', 'G-DATES', 'G-CORRIDOR-DELAY', 'G-HANDLING', 'G-SUSPECTS-ONLY'])
      expect(text).toContain(part);
    expect(text.match(/does not say whether any row is missing/g)).toHaveLength(1);
  });

  test.each([`${corridor(0)}.nope`, corridor(9), 'usaSmugglingCases.edges.9.node'])(
    'the question has no path %s',
    (path) => {
      expect(told(path).known).toBe(false);
    },
  );

  test('a dry run tells the rules and no value', () => {
    const dryRun = { cost: 1, subgraphs: [], coordinates: [] };
    const answer = answerSchema.parse({ data: null, extensions: { ...CASE_BODY.extensions, dryRun } });
    const { text } = explainBlank(corridor('@'), answer, 'en');
    for (const rule of ['G-CORRIDOR-DELAY', 'G-HANDLING']) expect(text).toContain(`under rule ${rule}`);
    expect(text).not.toContain('is null');
  });
});
