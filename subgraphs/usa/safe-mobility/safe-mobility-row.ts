import { type Count, CountState, CountUnit, count } from '@pasarela/serve/domain/count';
import { type SafeMobilityPathway, SafeMobilityPrecision, SafeMobilityStage } from './safe-mobility-codes';

/** One published figure of the initiative, as the store holds it. */
export interface SafeMobilityRow {
  /** Its place in the file. */
  sequence: number;
  /** ISO 3166-1 alpha-3 of the office's country; null for all offices together. */
  office: string | null;
  stage: SafeMobilityStage;
  /** Null where the source names none. */
  pathway: SafeMobilityPathway | null;
  /** ISO 3166-1 alpha-3; null where the source names none. */
  destination: string | null;
  value: number;
  precision: SafeMobilityPrecision;
  /** As printed: "172600+". */
  printed: string;
  /** What the source calls it: "applications (all 4)". */
  measure: string;
  unit: CountUnit;
  countingParty: string;
  asOf: string;
  source: string;
  note: string | null;
}

/** The dataset of every figure of the initiative. */
export const DATASET = 'Safe Mobility initiative: published totals 2023-2024';
const OPENED = '2023-06';

const DEFINITION: Readonly<Record<SafeMobilityStage, string>> = {
  REGISTERED: 'Registrations with a Safe Mobility Office since it opened',
  SCREENED_FOR_OTHER_PATHWAYS: 'People screened for lawful pathways other than the US refugee programme',
  REFERRED: 'People referred for possible resettlement; a referral is no admission',
  ARRIVED: 'People who arrived after a referral',
};

const PRECISION_NOTE: Readonly<Record<SafeMobilityPrecision, string | null>> = {
  AS_PRINTED: null,
  MORE_THAN: 'More than this number, as the source prints it.',
  ALMOST: 'Almost this number, as the source prints it.',
};

/** The count that a printed figure is to a reader. It is a running total: never the increase of a period. */
export function countOf(row: SafeMobilityRow): Count {
  const { value, countingParty, unit, asOf, source, stage, measure, precision, note } = row;
  return count({
    value,
    countingParty,
    unit,
    asOf,
    source,
    dataset: DATASET,
    definition: `${DEFINITION[stage]}; printed as "${measure}".`,
    coverageFrom: OPENED,
    coverageTo: asOf,
    note: [PRECISION_NOTE[precision], note].filter(Boolean).join(' ') || null,
  });
}

/** The count of what no source prints. It is not a zero. */
export function notPublished(stage: SafeMobilityStage, note: string): Count {
  return count({
    state: CountState.NOT_PUBLISHED,
    countingParty: 'USA: Safe Mobility initiative',
    definition: `${DEFINITION[stage]}.`,
    unit: CountUnit.PERSONS,
    coverageFrom: OPENED,
    dataset: DATASET,
    note,
  });
}
