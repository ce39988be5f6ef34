import { registerEnumType } from 'type-graphql';

/** How far somebody had come whom a figure counts. */
export enum SafeMobilityStage {
  REGISTERED = 'REGISTERED',
  SCREENED_FOR_OTHER_PATHWAYS = 'SCREENED_FOR_OTHER_PATHWAYS',
  REFERRED = 'REFERRED',
  ARRIVED = 'ARRIVED',
}
registerEnumType(SafeMobilityStage, {
  name: 'SafeMobilityStage',
  description:
    'REGISTERED: applied or registered, as the source prints it. SCREENED_FOR_OTHER_PATHWAYS: other than the US refugee programme. REFERRED: for resettlement, not admitted. ARRIVED: in the country of destination.',
});

/** The lawful way that a figure is of. */
export enum SafeMobilityPathway {
  USRAP = 'USRAP',
  CHNV_PAROLE = 'CHNV_PAROLE',
  FAMILY_REUNIFICATION_PAROLE = 'FAMILY_REUNIFICATION_PAROLE',
  LABOUR = 'LABOUR',
  RESETTLEMENT_ELSEWHERE = 'RESETTLEMENT_ELSEWHERE',
}
registerEnumType(SafeMobilityPathway, {
  name: 'SafeMobilityPathway',
  description:
    'USRAP: US Refugee Admissions Program. CHNV_PAROLE: parole for Cuba, Haiti, Nicaragua, Venezuela. RESETTLEMENT_ELSEWHERE: Spain or Canada.',
});

/** How exactly a source prints a figure. */
export enum SafeMobilityPrecision {
  AS_PRINTED = 'AS_PRINTED',
  MORE_THAN = 'MORE_THAN',
  ALMOST = 'ALMOST',
}
registerEnumType(SafeMobilityPrecision, {
  name: 'SafeMobilityPrecision',
  description: 'MORE_THAN: the source prints the number with "+". ALMOST: it prints "almost".',
});

/** Whether an office takes applications. */
export enum SafeMobilityOfficeStatus {
  ACTIVE = 'ACTIVE',
  NO_LONGER_ACTIVE = 'NO_LONGER_ACTIVE',
}
registerEnumType(SafeMobilityOfficeStatus, {
  name: 'SafeMobilityOfficeStatus',
  description: 'NO_LONGER_ACTIVE: no new applications are taken.',
});
