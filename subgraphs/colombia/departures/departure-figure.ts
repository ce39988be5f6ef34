import { type Count, CountState, CountUnit, count } from '@pasarela/serve/domain/count';
import type { Direction } from '@pasarela/serve/domain/direction';
import { type DepartureScope, DepartureSeries, type DepartureSexAgeGroup } from './departure-series';

/** One published figure of Colombia, as the store holds it. */
export interface DepartureFigure {
  /** Its place in the file. */
  sequence: number;
  /** As printed: 2023, 2023-08, 2024-01..07, 2025-01-01..11-15. */
  period: string;
  year: number;
  /** The key of DarienFlowPeriod (2024-01..2024-07); null for what Panama does not count. */
  mirrorPeriod: string | null;
  series: DepartureSeries;
  scope: DepartureScope;
  direction: Direction;
  nationality: string | null;
  sexAgeGroup: DepartureSexAgeGroup | null;
  value: number;
  asOf: string | null;
  coverageFrom: string;
  coverageTo: string;
  source: string;
  note: string | null;
}

/** The counting party of each series. */
export const COUNTING_PARTY: Readonly<Record<DepartureSeries, string>> = {
  MIGRACION_COLOMBIA: 'COL: Migración Colombia',
  DEFENSORIA: 'COL: Defensoría del Pueblo',
};

/** What each series counts. */
export const DEFINITION: Readonly<Record<DepartureSeries, string>> = {
  MIGRACION_COLOMBIA: 'Detections of migrants in irregular transit through Urabá-Darién.',
  DEFENSORIA: 'Migrants in transit through Urabá-Darién according to the monitoring of the Defensoría del Pueblo.',
};

/** The dataset of every Colombian count of the flow. */
export const DATASET = 'Colombian counts of the flow through Urabá-Darién 2023-2025';

/** The count that a figure is to a reader; its definition names series and scope. */
export function countOf(figure: DepartureFigure): Count {
  const { series, scope, value, asOf, coverageFrom, coverageTo, source, note } = figure;
  return count({
    value,
    asOf,
    coverageFrom,
    coverageTo,
    source,
    note,
    dataset: DATASET,
    unit: CountUnit.DETECTIONS,
    countingParty: COUNTING_PARTY[series],
    definition: `${DEFINITION[series]} Scope: ${scope}.`,
  });
}

/** The count of what a series does not print for a year or another period. It is not a zero. */
export function notPublished(series: DepartureSeries, period: number | string, note: string): Count {
  const [from = '', to = from] = String(period).split('..');
  return count({
    state: CountState.NOT_PUBLISHED,
    countingParty: COUNTING_PARTY[series],
    definition: DEFINITION[series],
    unit: CountUnit.DETECTIONS,
    coverageFrom: from,
    coverageTo: to,
    dataset: DATASET,
    note,
  });
}
