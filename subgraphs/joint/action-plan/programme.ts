import { registerEnumType } from 'type-graphql';

/** The programmes of the joint statement of 26 August 2024 that the action plan follows. */
export enum StatementProgramme {
  TECHNICAL_MEETING = 'TECHNICAL_MEETING',
  STATE_PRESENCE = 'STATE_PRESENCE',
  IDENTITY_VERIFICATION = 'IDENTITY_VERIFICATION',
  DISBANDING_NETWORKS = 'DISBANDING_NETWORKS',
  HUMANITARIAN_ASSISTANCE = 'HUMANITARIAN_ASSISTANCE',
  PROTECTION = 'PROTECTION',
  SOCIOECONOMIC_INTEGRATION = 'SOCIOECONOMIC_INTEGRATION',
  ECOSYSTEMS_AND_COMMUNITIES = 'ECOSYSTEMS_AND_COMMUNITIES',
}
registerEnumType(StatementProgramme, {
  name: 'StatementProgramme',
  description: 'A programme of the joint statement of 26 August 2024 that the action plan follows.',
});
