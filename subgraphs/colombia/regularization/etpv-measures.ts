import { CountUnit } from '@pasarela/serve/domain/count';
import { FunnelStage } from './funnel-figure';
import { PopulationMeasure } from './population-figure';
import type { PublishedSeries } from './published-figure.model';

/** How a measure's name in the source file is read. */
export interface EtpvMeasure {
  readonly series: PublishedSeries;
  readonly measure: string;
  readonly unit: CountUnit;
  readonly definition: string;
}

const funnel = (measure: FunnelStage, unit: CountUnit, definition: string): EtpvMeasure => ({
  series: 'FUNNEL',
  measure,
  unit,
  definition,
});
const population = (measure: PopulationMeasure, definition: string): EtpvMeasure => ({
  series: 'POPULATION',
  measure,
  unit: CountUnit.PERSONS,
  definition,
});
const pepTutor = (measure: string, unit: CountUnit, definition: string): EtpvMeasure => ({
  series: 'PEP_TUTOR',
  measure,
  unit,
  definition,
});

const { PERSONS, PERMITS, APPLICATIONS } = CountUnit;

/** Every measure of the source files, by its name there. A name that is not here stops the seed. */
export const ETPV_MEASURES: ReadonlyMap<string, EtpvMeasure> = new Map([
  [
    'RUMV_preregistered',
    funnel(FunnelStage.PREREGISTERED, PERSONS, 'Venezuelans preregistered in the RUMV; the register gives no status.'),
  ],
  ['biometric_done', funnel(FunnelStage.BIOMETRIC_DONE, PERSONS, 'Persons whose biometric appointment took place.')],
  ['in_review', funnel(FunnelStage.IN_REVIEW, APPLICATIONS, 'Applications under review.')],
  ['PPT_approved', funnel(FunnelStage.APPROVED, PERMITS, 'Permits (PPT) approved.')],
  ['PPT_printed', funnel(FunnelStage.PRINTED, PERMITS, 'Permits (PPT) printed.')],
  ['PPT_delivered', funnel(FunnelStage.DELIVERED, PERMITS, 'Permits (PPT) delivered to their holders.')],
  ['PPT_authorised', funnel(FunnelStage.AUTHORISED, PERMITS, 'Permits (PPT) authorised, delivered or not.')],
  ['PPT_in_process', funnel(FunnelStage.IN_PROCESS, APPLICATIONS, 'Applications for a permit (PPT) in process.')],
  [
    'PPT_authorised_or_in_process',
    funnel(
      FunnelStage.AUTHORISED_OR_IN_PROCESS,
      APPLICATIONS,
      'Applications for a permit (PPT), authorised or in process.',
    ),
  ],
  [
    'ETPV_total',
    funnel(
      FunnelStage.AUTHORISED_OR_IN_PROCESS,
      APPLICATIONS,
      'Total under the temporary protection statute (ETPV): permits authorised and applications in process.',
    ),
  ],
  [
    'PPT_holders',
    funnel(
      FunnelStage.HELD,
      PERMITS,
      'Permits (PPT) in the hands of their holders, as quoted by the Defensoria del Pueblo.',
    ),
  ],
  [
    'joint_statement_claim',
    funnel(
      FunnelStage.JOINT_STATEMENT_CLAIM,
      PERSONS,
      'A claim of the joint statement of the Third Trilateral Meeting, not a count; the statement gives no unit, date or source for it.',
    ),
  ],
  [
    'venezuelans_in_CO',
    population(PopulationMeasure.IN_COLOMBIA, 'Venezuelans in Colombia, in regular or irregular status.'),
  ],
  [
    'venezuelans_registered',
    population(
      PopulationMeasure.REGISTERED,
      'Venezuelans registered in Colombia, as quoted by the Defensoria del Pueblo.',
    ),
  ],
  ['regular', population(PopulationMeasure.IN_REGULAR_STATUS, 'Venezuelans in regular status.')],
  ['irregular', population(PopulationMeasure.IN_IRREGULAR_STATUS, 'Venezuelans in irregular status.')],
  [
    'irregular_of_which_PEP_not_RUMV',
    population(
      PopulationMeasure.IN_IRREGULAR_STATUS_WITH_PEP_NOT_IN_RUMV,
      'Of those in irregular status: holders of the earlier permit (PEP) who are not in the RUMV.',
    ),
  ],
  [
    'regular_entry_in_time',
    population(
      PopulationMeasure.REGULAR_ENTRY_WITHIN_STAY,
      'Venezuelans who entered regularly and are within the time allowed.',
    ),
  ],
  [
    'cedula_extranjeria',
    population(
      PopulationMeasure.WITH_FOREIGNERS_IDENTITY_CARD,
      "Venezuelans with a foreigner's identity card (cedula de extranjeria).",
    ),
  ],
  ['Bogota_DC', population(PopulationMeasure.IN_BOGOTA, 'Venezuelans in Bogota D.C.')],
  [
    'children_with_PPT_without_registered_family (PEP-TUTOR base)',
    pepTutor(
      'CHILDREN_WITHOUT_REGISTERED_FAMILY',
      PERSONS,
      'Children who hold a PPT and have no registered family unit.',
    ),
  ],
  [
    'PEP_TUTOR announced reach (children)',
    pepTutor('ANNOUNCED_REACH', PERSONS, 'Children whom PEP-TUTOR was announced to reach: "over 270,000".'),
  ],
  [
    'PEP_TUTOR_applications_by_city_and_outcome',
    pepTutor('APPLICATIONS_BY_CITY_AND_OUTCOME', APPLICATIONS, 'Applications for PEP-TUTOR by city and outcome.'),
  ],
]);
