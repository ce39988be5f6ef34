import { type Count, CountState, CountUnit, count } from '../domain/count';
import type { CaseOwner } from './case-domain';
import { type TraffickingFigureValues, TraffickingMeasure } from './trafficking-figure';
import type { TraffickingFigureRow } from './trafficking-figure.model';

/** The years that figures are shown of: a year without one is a row too. */
const YEARS = ['2019', '2020', '2021', '2022', '2023', '2024'] as const;

const MEANING: Readonly<Record<TraffickingMeasure, { unit: CountUnit; definition: string }>> = {
  [TraffickingMeasure.INVESTIGATIONS]: {
    unit: CountUnit.INVESTIGATIONS,
    definition: 'Investigations of trafficking in persons in the year.',
  },
  [TraffickingMeasure.CONFIRMED_VICTIMS]: {
    unit: CountUnit.PERSONS,
    definition: 'Victims of trafficking in persons whom the authorities confirmed in the year.',
  },
  [TraffickingMeasure.PRELIMINARY_VICTIMS]: {
    unit: CountUnit.PERSONS,
    definition: 'Preliminary victims of trafficking in persons whose confirmation was pending.',
  },
};

/** What is said of a figure that is not held. */
export interface Absence {
  readonly dataset: string;
  readonly note: string;
}

/** A row for every publication of every year and measure, and one that says why where there is none. */
export function traffickingYears(
  rows: readonly TraffickingFigureRow[],
  owner: CaseOwner,
  absence: Absence,
): TraffickingFigureValues[] {
  return YEARS.flatMap((year) =>
    Object.values(TraffickingMeasure).flatMap((measure) => {
      const held = rows
        .filter((row) => row.year === year && row.measure === measure)
        .toSorted((a, b) => orderOf(a).localeCompare(orderOf(b)));
      return held.length > 0 ? held.map((row) => figureOf(row, held)) : [absent({ year, measure }, owner, absence)];
    }),
  );
}

/** Figures of all exploitation first, earlier publications first. */
const orderOf = ({ exploitation, publishedIn }: TraffickingFigureRow): string =>
  `${exploitation ?? ''}|${publishedIn ?? ''}`;

function figureOf(row: TraffickingFigureRow, held: readonly TraffickingFigureRow[]): TraffickingFigureValues {
  const { year, measure, exploitation, publication } = row;
  const earlier = held.findLast(
    (other) =>
      other.exploitation === exploitation &&
      other.publishedIn !== null &&
      row.publishedIn !== null &&
      other.publishedIn < row.publishedIn,
  );
  const differenceFromEarlier = earlier ? row.value - earlier.value : null;
  return { year: Number(year), measure, exploitation, publication, count: countOf(row), differenceFromEarlier };
}

function countOf({ year, measure, value, publishedIn, countingParty, source, dataset }: TraffickingFigureRow): Count {
  return count({
    ...MEANING[measure],
    value,
    asOf: publishedIn,
    coverageFrom: year,
    coverageTo: year,
    countingParty,
    source,
    dataset,
    note: 'About the whole country, not about the flow through the Darien. Never added to another row.',
  });
}

function absent(
  { year, measure }: Pick<TraffickingFigureRow, 'year' | 'measure'>,
  { party }: CaseOwner,
  { dataset, note }: Absence,
): TraffickingFigureValues {
  const figure = count({
    ...MEANING[measure],
    state: CountState.NOT_PUBLISHED,
    coverageFrom: year,
    coverageTo: year,
    countingParty: party,
    dataset,
    note,
  });
  return {
    year: Number(year),
    measure,
    exploitation: null,
    publication: null,
    count: figure,
    differenceFromEarlier: null,
  };
}
