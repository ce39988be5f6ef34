import { registerEnumType } from 'type-graphql';

/** Whose series a Colombian count belongs to. INVARIANT: the two are never one series. */
export enum DepartureSeries {
  MIGRACION_COLOMBIA = 'MIGRACION_COLOMBIA',
  DEFENSORIA = 'DEFENSORIA',
}
registerEnumType(DepartureSeries, {
  name: 'DepartureSeries',
  description:
    'The Colombian body that counted: Migración Colombia (migration authority) or the Defensoría del Pueblo (ombudsman). Never one series.',
});

/** The groups that the Defensoría prints by sex and age. */
export enum DepartureSexAgeGroup {
  WOMEN = 'WOMEN',
  MEN = 'MEN',
  CHILDREN_ADOLESCENTS_AND_YOUTH = 'CHILDREN_ADOLESCENTS_AND_YOUTH',
}
registerEnumType(DepartureSexAgeGroup, {
  name: 'DepartureSexAgeGroup',
  description:
    'As the Defensoría prints it; CHILDREN_ADOLESCENTS_AND_YOUTH is NNAJ (niñas, niños, adolescentes y jóvenes).',
});

/** What a Colombian count covers of the border region, in words. */
export const SCOPE = {
  WHOLE: 'whole Urabá-Darién',
  NECOCLI_TURBO: 'of which Necoclí and Turbo',
  LA_MIEL_CAPURGANA: 'La Miel-Capurganá',
} as const;
/** What a Colombian count covers of the border region. */
export type DepartureScope = (typeof SCOPE)[keyof typeof SCOPE];
