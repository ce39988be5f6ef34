import { registerEnumType } from 'type-graphql';

/** What of socioeconomic integration is looked at; each is of its own group of permit holders. */
export enum IntegrationIndicator {
  HEALTH_AFFILIATION = 'HEALTH_AFFILIATION',
  SCHOOLING = 'SCHOOLING',
  FORMAL_WORK = 'FORMAL_WORK',
}
registerEnumType(IntegrationIndicator, {
  name: 'IntegrationIndicator',
  description:
    'HEALTH_AFFILIATION: of all holders of a permit. SCHOOLING: of those of 5 to 17 years at registration. FORMAL_WORK: of those of 18 to 59.',
});

/** Whether a child goes to school. */
export enum Schooling {
  ENROLLED = 'ENROLLED',
  NOT_ENROLLED = 'NOT_ENROLLED',
}
registerEnumType(Schooling, { name: 'Schooling', description: 'Whether a child is enrolled in a school.' });

/** How somebody of working age works. */
export enum WorkSituation {
  FORMAL = 'FORMAL',
  NOT_FORMAL = 'NOT_FORMAL',
}
registerEnumType(WorkSituation, {
  name: 'WorkSituation',
  description: 'FORMAL: with contributions to social security. NOT_FORMAL: informal work, or none.',
});

/** What a person can consent to have told of them besides the permit's own procedure. */
export enum ConsentField {
  SCHOOLING = 'SCHOOLING',
  FORMAL_WORK = 'FORMAL_WORK',
}
registerEnumType(ConsentField, {
  name: 'ConsentField',
  description: "What a person consents to have told of them, beyond what the permit's own procedure needs.",
});

/** For what a person can consent to have it told. */
export enum ConsentPurpose {
  PROTECTION = 'PROTECTION',
  CHILD_PROTECTION = 'CHILD_PROTECTION',
  MIGRATION_MANAGEMENT = 'MIGRATION_MANAGEMENT',
}
registerEnumType(ConsentPurpose, {
  name: 'ConsentPurpose',
  description: 'For what a person consents to have it told; never for enforcement.',
});

/** To whom a person can consent to have it told. */
export enum ConsentRecipient {
  COL = 'COL',
  HUM = 'HUM',
  PAN = 'PAN',
  USA = 'USA',
}
registerEnumType(ConsentRecipient, {
  name: 'ConsentRecipient',
  description: 'The parties to whose people it may be told. Consent grants nothing: the rules must grant it too.',
});
