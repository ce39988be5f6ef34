import { answerSchema } from './answer';
import { explainBlank } from './explain-blank';
import { SAMPLE_BODY, sampleAnswer } from './sample-answer';

const explained = (path: string, language: 'en' | 'es' = 'en') => explainBlank(path, sampleAnswer(), language);

test.each([
  'nationalities.0.smugglingCaseFigures.casesWithIdentifiedVictims',
  'nationalities.@.smugglingCaseFigures.casesWithIdentifiedVictims',
  'nationalities.1.smugglingCaseFigures.casesWithIdentifiedVictims.value',
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
  expect(explained('nationalities.0.smugglingCaseFigures').text).toContain(
    'Beneath nationalities.0.smugglingCaseFigures',
  );
});

test('a figure without a value is explained by its state and its note', () => {
  const { text } = explained('nationalities.1.darienCrossings.count.value');
  expect(text).toContain('its state is NOT_PUBLISHED');
  expect(text).toContain('Printed inside HTI+BRA+CHL.');
  expect(explained('nationalities.1.smugglingCaseFigures.cases', 'es').text).toContain('su estado es SUPRIMIDO');
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
