import { type Answer, answerSchema } from '../questions/answer';
import type { Figure } from '../questions/figure';

/** A figure as Panama's domain answers it; a test changes what it is about. */
export function figure(changes: Partial<Figure> = {}): Figure {
  return {
    value: 150327,
    state: 'VALUE',
    countingParty: 'PAN: SNM',
    definition: 'Registered arrivals.',
    unit: 'REGISTERED_ENTRIES',
    asOf: '2023-08',
    coverageFrom: '2022',
    coverageTo: '2022',
    status: 'PROVISIONAL',
    dataset: 'SNM Darien table',
    source: 'https://adamisacson.com/',
    note: null,
    ...changes,
  };
}

const synthetic = (changes: Partial<Figure>) =>
  figure({
    countingParty: 'USA: SYNTHETIC',
    unit: 'CASES',
    dataset: 'SYNTHETIC smuggling cases',
    source: null,
    ...changes,
  });

/** The answer to a question about two nationalities: a withheld field, a suppressed cell, a figure that is not published. */
export const SAMPLE_BODY = {
  data: {
    nationalities: [
      {
        code: 'VEN',
        nameEn: 'Venezuela',
        nameEs: 'Venezuela',
        darienCrossings: { year: 2022, publishedGroup: 'VEN', count: figure() },
        usaSmugglingCaseFigures: {
          dataset: 'SYNTHETIC smuggling cases',
          cases: synthetic({ value: 301 }),
          casesWithIdentifiedVictims: null,
        },
      },
      {
        code: 'HTI',
        nameEn: 'Haiti',
        nameEs: 'Haití',
        darienCrossings: {
          year: 2022,
          publishedGroup: null,
          count: figure({ value: null, state: 'NOT_PUBLISHED', note: 'Printed inside HTI+BRA+CHL.' }),
        },
        usaSmugglingCaseFigures: {
          dataset: 'SYNTHETIC smuggling cases',
          cases: synthetic({ value: null, state: 'SUPPRESSED' }),
          casesWithIdentifiedVictims: null,
        },
      },
    ],
    controlPosts: null,
    permitStageCounts: null,
  },
  errors: [
    {
      message: 'The data of colombia-regularization could not be had just now.',
      path: ['permitStageCounts'],
      extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
    },
  ],
  extensions: {
    notices: [
      {
        code: 'WITHHELD',
        coordinate: 'UsaSmugglingCaseFigures.casesWithIdentifiedVictims',
        path: 'nationalities.@.usaSmugglingCaseFigures.casesWithIdentifiedVictims',
        level: 'none',
        rule: 'G-VICTIMS',
        agreements: ['TRILATERAL-STATISTICS'],
        reason: 'Counts of victims are released each quarter.',
        source: '8 USC 1367',
        contact: 'DHS Privacy Office (privacy@dhs.example)',
      },
      {
        code: 'WITHHELD',
        coordinate: 'Query.controlPosts',
        path: 'controlPosts.@',
        level: 'none',
        rule: null,
        agreements: [],
        reason: 'No agreement grants this field to your party, role and purpose.',
        source: null,
        contact: 'SNM (datospersonales@migracion.example)',
      },
    ],
    disclosure: {
      requestId: '6acebdf2-cd39-4caf-8e33-64c6af505959',
      purpose: 'STATISTICS',
      ruleSetVersion: 'b64382b725ab15ed',
      agreements: ['TRILATERAL-STATISTICS'],
      legalBasis: ['Joint statement of 26 August 2024'],
      obligations: [{ agreement: 'TRILATERAL-STATISTICS', deleteBy: 'P1Y', passingOn: 'With source and caution.' }],
    },
  },
};

/** The sample as it is read. */
export const sampleAnswer = (): Answer => answerSchema.parse(SAMPLE_BODY);
