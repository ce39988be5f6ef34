import { CountUnit } from '@pasarela/serve/domain/count';
import { registerEnumType } from 'type-graphql';
import type { MeaningOfFact } from './published-facts';

/** What a published figure of humanitarian assistance counts. */
export enum AssistanceMeasure {
  CONSULTATIONS = 'CONSULTATIONS',
  CONSULTATIONS_UNDER_15 = 'CONSULTATIONS_UNDER_15',
  CONSULTATIONS_PREGNANT = 'CONSULTATIONS_PREGNANT',
  MENTAL_HEALTH_CONSULTATIONS = 'MENTAL_HEALTH_CONSULTATIONS',
  SEXUAL_VIOLENCE_PATIENTS = 'SEXUAL_VIOLENCE_PATIENTS',
}
registerEnumType(AssistanceMeasure, {
  name: 'AssistanceMeasure',
  description:
    'What MSF publishes. Consultations of groups are parts of the consultations, and one may be in several parts: never add them. SEXUAL_VIOLENCE_PATIENTS are persons, and no part of the consultations.',
});

/** The organisation that counts. */
export const MSF = 'MSF';

const consultations = (of: string): MeaningOfFact => ({
  countingParty: MSF,
  definition: `Medical consultations of MSF in Panama${of}. One person may have several.`,
  unit: CountUnit.CONSULTATIONS,
});

/** A measure, and what its figures are. */
interface AssistanceFact {
  readonly measure: AssistanceMeasure;
  readonly meaning: MeaningOfFact;
}

const SEXUAL_VIOLENCE: AssistanceFact = {
  measure: AssistanceMeasure.SEXUAL_VIOLENCE_PATIENTS,
  meaning: {
    countingParty: MSF,
    definition: 'Patients whom MSF attended in Panama after sexual violence on the way through the Darién.',
    unit: CountUnit.PERSONS,
    note: 'Those who reached care; not how many suffered violence. MSF suspended its work in March 2024. Figures of overlapping periods come from different publications: never add or subtract them.',
  },
};

/** The measures as the data file names them, and what they are. */
export const ASSISTANCE_FACTS: ReadonlyMap<string, AssistanceFact> = new Map<string, AssistanceFact>([
  ['MSF consultations Panama', { measure: AssistanceMeasure.CONSULTATIONS, meaning: consultations('') }],
  [
    'MSF consultations under 15',
    { measure: AssistanceMeasure.CONSULTATIONS_UNDER_15, meaning: consultations(' of children under 15') },
  ],
  [
    'MSF consultations pregnant',
    { measure: AssistanceMeasure.CONSULTATIONS_PREGNANT, meaning: consultations(' of pregnant women') },
  ],
  [
    'MSF individual mental-health consultations',
    { measure: AssistanceMeasure.MENTAL_HEALTH_CONSULTATIONS, meaning: consultations(' on mental health, individual') },
  ],
  ['MSF sexual-violence patients (Darien)', SEXUAL_VIOLENCE],
  ['MSF sexual-violence patients', SEXUAL_VIOLENCE],
]);
