import { type Count, CountState, CountUnit, count } from '@pasarela/serve/domain/count';
import type { MonthlySeries } from './monthly-figure.model';

const REPOSITORY = 'https://github.com/marrowb/CBP-Encounters-vs.-New-Cases-at-EOIR';

const SERIES = {
  TITLE_8_ENCOUNTERS: {
    countingParty: 'USA: CBP, summed by month by marrowb',
    definition:
      'Nationwide encounters under Title 8: Border Patrol apprehensions and Field Operations inadmissibles. Title 42 expulsions are left out.',
    unit: CountUnit.ENCOUNTERS,
    dataset: 'CBP nationwide encounters under Title 8 by month, October 2019 to August 2022',
    source: REPOSITORY,
    note: 'An encounter is an event: one person may be encountered more than once. Without Title 42 it is no count of all encounters.',
  },
  NEW_COURT_CASES: {
    countingParty: 'USA: EOIR, summed by month by marrowb',
    definition: 'New cases of the immigration court, by the month in which each was first entered.',
    unit: CountUnit.CASES,
    dataset: 'New cases of the US immigration court (EOIR) by month, October 2019 to September 2022',
    source: `${REPOSITORY}/blob/main/Data/fy_20_22.csv`,
    note: 'No encounters, though this file was collected under that name: a case is entered when a notice is filed, months after an encounter or never.',
  },
} as const;

/** Encounters of a kind of which no source that is held prints a figure by month. */
export const TITLE_42 = {
  ...SERIES.TITLE_8_ENCOUNTERS,
  definition: 'Nationwide expulsions under Title 42.',
} as const;

/** The count of a month in one series; null where its file has no such month, which is no zero. */
export function monthlyCount(series: MonthlySeries, month: string, value: number | null): Count {
  const facts = SERIES[series];
  if (value === null) return notPublished(facts, month, 'The file that is held has no such month; it is no zero.');
  return count({ ...facts, value, coverageFrom: month, coverageTo: month });
}

/** What is not in the files for any month. @param absent the figure that is missing. */
export function neverPublished(absent: 'TITLE_42' | 'NATIONALITY', month: string): Count {
  return absent === 'TITLE_42'
    ? notPublished(TITLE_42, month, 'Left out of the file that is held; no source that is held gives it by month.')
    : notPublished(
        SERIES.TITLE_8_ENCOUNTERS,
        month,
        'The file that is held has no nationality: it was summed over all of them.',
      );
}

type Facts = Pick<Count, 'countingParty' | 'definition' | 'unit' | 'dataset'>;

function notPublished({ countingParty, definition, unit, dataset }: Facts, month: string, note: string): Count {
  const coverage = { coverageFrom: month, coverageTo: month };
  return count({ state: CountState.NOT_PUBLISHED, countingParty, definition, unit, dataset, note, ...coverage });
}
