import { Attribute, Owner, Records, Sensitivity } from '@pasarela/serve/domain/labels';
import { BirthDate, PersonKey } from '@pasarela/serve/domain/scalars';
import { Sex } from '@pasarela/serve/domain/sex';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Schooling, WorkSituation } from './integration-codes';
import { IntegrationConsent } from './integration-consent';
import { Nationality } from './nationality';

/** Colombia's health insurance scheme to which a person is affiliated. */
export enum HealthAffiliation {
  CONTRIBUTORY = 'CONTRIBUTORY',
  SUBSIDIZED = 'SUBSIDIZED',
  UNAFFILIATED = 'UNAFFILIATED',
}
registerEnumType(HealthAffiliation, {
  name: 'HealthAffiliation',
  description: "The scheme of Colombia's health insurance: contributory, subsidized, or none.",
});

/** The person who applied for or holds a permit. Not an entity: a person is no key across owners. */
@ObjectType({ description: 'The person who applied for or holds a permit.' })
@Owner('COL')
@Records('PERSON')
@Attribute('nationality', { as: 'PERSONAL' })
@Attribute('claimedNationalities', { list: true, as: 'SENSITIVE' })
@Attribute('habitualResidence', { as: 'PERSONAL' })
@Attribute('minor', { type: 'BOOLEAN', as: 'PERSONAL' })
@Attribute('consentFields', { path: 'consent.fields', list: true, as: 'PERSONAL' })
@Attribute('consentPurposes', { path: 'consent.purposes', list: true, as: 'PERSONAL' })
@Attribute('consentRecipients', { path: 'consent.recipients', list: true, as: 'PERSONAL' })
@Attribute('consentUntil', { path: 'consent.until', as: 'PERSONAL' })
export class PermitHolder {
  @Field(() => String, { nullable: true, description: 'Full name; a synthetic one says so.' })
  @Sensitivity('PERSONAL', 'NAME', 'CHILD')
  fullName!: string | null;

  @Field(() => BirthDate, { nullable: true, description: 'Date of birth.' })
  @Sensitivity('PERSONAL', 'CHILD')
  birthDate!: string | null;

  @Field(() => Sex, { nullable: true, description: 'Sex as registered.' })
  @Sensitivity('PERSONAL', 'NONE')
  sex!: Sex | null;

  @Field(() => Nationality, {
    nullable: true,
    description: 'The nationality under which the person registered: Venezuelan.',
  })
  @Sensitivity('PERSONAL', 'NONE')
  nationality!: Nationality | null;

  @Field(() => Nationality, {
    nullable: true,
    description: 'A second nationality that the person stated, where there is one.',
  })
  @Sensitivity('SENSITIVE', 'ASYLUM')
  secondNationality!: Nationality | null;

  @Field(() => PersonKey, { nullable: true, description: 'Number of the identity document presented at registration.' })
  @Sensitivity('SENSITIVE', 'NONE')
  documentNumber!: string | null;

  @Field(() => PersonKey, {
    nullable: true,
    description: 'Reference of the biometric record; never the record itself.',
  })
  @Sensitivity('SENSITIVE', 'BIOMETRIC')
  biometricReference!: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the household.' })
  @Sensitivity('SENSITIVE', 'LOCATION')
  householdAddress!: string | null;

  @Field(() => HealthAffiliation, { nullable: true, description: 'Affiliation to the health insurance.' })
  @Sensitivity('SENSITIVE', 'HEALTH')
  healthAffiliation!: HealthAffiliation | null;

  @Field(() => Schooling, {
    nullable: true,
    description:
      'Whether a child is enrolled in a school. Null without a valid consent to have it told, and where it is not recorded.',
  })
  @Sensitivity('PERSONAL', 'CHILD', 'CONSENT')
  schooling!: Schooling | null;

  @Field(() => WorkSituation, {
    nullable: true,
    description:
      'How somebody of working age works. Null without a valid consent to have it told, and where it is not recorded.',
  })
  @Sensitivity('PERSONAL', 'CONSENT')
  formalWork!: WorkSituation | null;

  @Field(() => IntegrationConsent, {
    nullable: true,
    description: 'What the person consented to have told of schooling and work; null where no consent was ever given.',
  })
  @Sensitivity('PERSONAL', 'NONE')
  consent!: IntegrationConsent | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a claim to refugee status is on record.' })
  @Sensitivity('PROTECTED', 'ASYLUM')
  asylumClaim!: boolean | null;

  @Field(() => String, { nullable: true, description: 'Disability or serious illness on record.' })
  @Sensitivity('PROTECTED', 'HEALTH')
  disabilityOrIllness!: string | null;

  @Field(() => String, { nullable: true, description: 'What the caseworker wrote.' })
  @Sensitivity('SENSITIVE', 'FREE_TEXT')
  caseworkerNotes!: string | null;
}
