import { type Count, CountState, CountStatus, CountUnit, count } from '@pasarela/serve/domain/count';

/** Tables of published figures. Figures of two series never add up to anything. */
export type FigureSeries =
  | 'YEAR_TOTAL'
  | 'YEAR_BY_NATIONALITY'
  | 'YEAR_OTHER_PUBLICATION'
  | 'MONTH_TOTAL'
  | 'MONTH_BY_NATIONALITY'
  | 'SEX_AND_AGE';

/** One published figure in one of its revisions, as the store holds it. */
export interface PublishedFigure {
  series: FigureSeries;
  /** `2023`, `2023-09`, or as printed; it begins with the year. A row of several months stands under the first. */
  period: string;
  throughPeriod: string;
  /** A printed nationality group, TOTAL, or a measure of sex and age. */
  group: string;
  /** 1 is the first publication. INVARIANT: unique for (series, period, group). */
  revision: number;
  value: number | null;
  /** Percent, where the source prints a share and no number of persons. */
  sharePercent: number | null;
  /** False for a later release that does not close the published annual total: shown, never summed. */
  closesYear: boolean;
  countingParty: string;
  status: CountStatus;
  asOf: string | null;
  coverageFrom: string;
  coverageTo: string;
  source: string | null;
  dataset: string;
  note: string | null;
  /** Who wrote the revision, by the key that makes a retry safe. INVARIANT: unique. */
  requestKey: string;
  /** The revision's input, to tell a retry from another input under the same key. */
  requestInput: string | null;
}

type FigureInput = Pick<PublishedFigure, 'series' | 'period' | 'group' | 'value' | 'dataset' | 'source'> &
  Partial<PublishedFigure>;

/** Completes a figure: first revision, counted by SNM, provisional, covering its own period. */
export function publishedFigure(input: FigureInput): PublishedFigure {
  const { series, period, group, revision = 1, throughPeriod = period } = input;
  return {
    sharePercent: null,
    closesYear: true,
    countingParty: SNM,
    status: CountStatus.PROVISIONAL,
    asOf: null,
    coverageFrom: period,
    coverageTo: throughPeriod,
    note: null,
    requestInput: null,
    requestKey: `seed|${series}|${period}|${group}|${revision}`,
    ...input,
    revision,
    throughPeriod,
  };
}

/** The authority that counts arrivals through the Darién. */
export const SNM = 'PAN: SNM';
/** What SNM counts. */
export const DEFINITION =
  'Registered arrivals: persons whose entry through the Darién the Servicio Nacional de Migración registered.';

/** The count that a figure is to a reader. */
export function countOf(figure: PublishedFigure): Count {
  const { value, countingParty, status, asOf, coverageFrom, coverageTo, source, dataset, note } = figure;
  return count({
    ...(value === null ? { state: CountState.NOT_PUBLISHED } : {}),
    value,
    countingParty,
    status,
    asOf,
    coverageFrom,
    coverageTo,
    source,
    dataset,
    note,
    definition: DEFINITION,
    unit: CountUnit.REGISTERED_ENTRIES,
  });
}

/** The count of a cell that no source prints. It is not a zero. */
export function notPublished(cell: { from: string; through?: string; dataset: string; note: string }): Count {
  return count({
    state: CountState.NOT_PUBLISHED,
    countingParty: SNM,
    definition: DEFINITION,
    unit: CountUnit.REGISTERED_ENTRIES,
    coverageFrom: cell.from,
    coverageTo: cell.through ?? cell.from,
    dataset: cell.dataset,
    note: cell.note,
  });
}

/** Several cautions as one text; null when there is none. */
export function joinNotes(...notes: Array<string | null | undefined>): string | null {
  return notes.filter(Boolean).join(' ') || null;
}
