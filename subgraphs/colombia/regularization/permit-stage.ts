import { registerEnumType } from 'type-graphql';

/** Where an application for the temporary protection permit (PPT) stands. */
export enum PermitStage {
  PREREGISTERED = 'PREREGISTERED',
  BIOMETRIC_DONE = 'BIOMETRIC_DONE',
  IN_REVIEW = 'IN_REVIEW',
  APPROVED = 'APPROVED',
  PRINTED = 'PRINTED',
  DELIVERED = 'DELIVERED',
  REQUIRED = 'REQUIRED',
  DENIED = 'DENIED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(PermitStage, {
  name: 'PermitStage',
  description: 'Where an application for the temporary protection permit (PPT) stands.',
  valuesConfig: {
    PREREGISTERED: { description: 'Entered in the register (RUMV), which gives no status.' },
    BIOMETRIC_DONE: { description: 'The biometric appointment took place.' },
    IN_REVIEW: { description: 'Under review by Migración Colombia.' },
    APPROVED: { description: 'The permit is authorised.' },
    PRINTED: { description: 'The document is printed.' },
    DELIVERED: { description: 'The document is in the hands of its holder.' },
    REQUIRED: { description: 'Migración Colombia asked the applicant for more.' },
    DENIED: { description: 'The application was denied.' },
    CANCELLED: { description: 'The permit was cancelled after delivery.' },
  },
});

/** The stages of the funnel in their order; REQUIRED, DENIED and CANCELLED stand beside it. */
export const FUNNEL_STAGES = [
  PermitStage.PREREGISTERED,
  PermitStage.BIOMETRIC_DONE,
  PermitStage.IN_REVIEW,
  PermitStage.APPROVED,
  PermitStage.PRINTED,
  PermitStage.DELIVERED,
] as const;
