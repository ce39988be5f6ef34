import { CountUnit } from '@pasarela/serve/domain/count';
import { type DeathOrMissingCount, DeathOrMissingMeasure as Measure } from './death-or-missing';
import { countOfFact, type MeaningOfFact, PUBLISHED_FACTS } from './published-facts';

const IOM = 'IOM';
const AUTHORITIES = 'PAN: authorities, as printed by the press';
const SNM = 'PAN: SNM';

const meaning = (countingParty: string, definition: string, rest: Partial<MeaningOfFact> = {}): MeaningOfFact => ({
  countingParty,
  definition,
  unit: CountUnit.PERSONS,
  note: 'A least number: the forest keeps most of its dead. Other parties publish other figures.',
  ...rest,
});

/** The measures as the data file names them, and what they are. */
const MEASURES: ReadonlyMap<string, { measure: Measure; meaning: MeaningOfFact }> = new Map([
  ['IOM deaths', { measure: Measure.DEATHS, meaning: meaning(IOM, 'Deaths in the Darién that IOM recorded.') }],
  [
    'IOM dead or missing Darien (Jan-Nov)',
    {
      measure: Measure.DEAD_OR_MISSING,
      meaning: meaning(IOM, 'People who died or went missing in the Darién, as IOM recorded them.', {
        coverage: ['2024-01', '2024-11'],
      }),
    },
  ],
  [
    'PA authorities: deaths',
    {
      measure: Measure.DEATHS,
      meaning: meaning(AUTHORITIES, "Deaths in the Darién that Panama's authorities recorded."),
    },
  ],
  [
    'PA authorities: abandoned children',
    {
      measure: Measure.ABANDONED_CHILDREN,
      meaning: meaning(AUTHORITIES, "Children whom Panama's authorities recorded as abandoned in the Darién.", {
        note: 'Neither dead nor missing, and not the same as unaccompanied or separated children.',
      }),
    },
  ],
  ['PA: deaths', { measure: Measure.DEATHS, meaning: meaning(SNM, 'Deaths in the Darién that SNM reported.') }],
]);

/** What each party publishes of the dead and the missing, in the order of the data file. */
export const deathOrMissingCounts = (): DeathOrMissingCount[] =>
  PUBLISHED_FACTS.flatMap((fact) => {
    const known = MEASURES.get(fact.measure);
    if (!known) return [];
    return [{ period: fact.period, measure: known.measure, count: countOfFact(fact, known.meaning) }];
  });
