import { Attribute, Owner, Records, Sensitivity } from '@pasarela/serve/domain/labels';
import { BirthDate, PartialDate, PersonKey } from '@pasarela/serve/domain/scalars';
import { Sex } from '@pasarela/serve/domain/sex';
import { Field, ObjectType } from 'type-graphql';
import { CasePersonRole, VictimConfirmation } from './case-person-role';
import { Nationality } from './nationality';

/** A step in the identification of a victim. */
@ObjectType({ description: 'A step in the identification of a victim of trafficking.' })
@Owner('USA')
export class ConfirmationChange {
  @Field(() => VictimConfirmation, { nullable: true, description: 'The state that began.' })
  @Sensitivity('SENSITIVE', 'VICTIM')
  confirmation!: VictimConfirmation | null;

  @Field(() => PartialDate, { nullable: true, description: 'The day on which it began.' })
  @Sensitivity('SENSITIVE', 'VICTIM')
  on!: string | null;
}

/** A person in a case. Not an entity: a person is no key across owners. */
@ObjectType({
  description:
    'A person in a case. Under ENFORCEMENT only suspects exist. SYNTHETIC: no real person is behind any record.',
})
@Owner('USA')
@Records('PERSON')
@Attribute('role', { as: 'SENSITIVE' })
@Attribute('nationality', { as: 'PERSONAL' })
@Attribute('claimedNationalities', { list: true, as: 'SENSITIVE' })
@Attribute('habitualResidence', { as: 'PERSONAL' })
@Attribute('minor', { type: 'BOOLEAN', as: 'PERSONAL' })
export class CasePerson {
  @Field(() => String, { description: 'The dataset that holds the record; synthetic ones begin with SYNTHETIC.' })
  @Sensitivity('PUBLIC')
  dataset!: string;

  @Field(() => PersonKey, {
    nullable: true,
    description: "The owner's identifier of the person; lowered, a pseudonym for the asker.",
  })
  @Sensitivity('PERSONAL', 'NONE')
  pseudonym!: string | null;

  @Field(() => CasePersonRole, { nullable: true, description: 'What the person is in the case.' })
  @Sensitivity('SENSITIVE', 'VICTIM')
  role!: CasePersonRole | null;

  @Field(() => VictimConfirmation, {
    nullable: true,
    description: "How far a victim's identification has come; null for all other roles.",
  })
  @Sensitivity('SENSITIVE', 'VICTIM')
  confirmation!: VictimConfirmation | null;

  @Field(() => [ConfirmationChange], {
    nullable: true,
    description: "The steps of a victim's identification, oldest first.",
  })
  @Sensitivity('SENSITIVE', 'VICTIM')
  stateHistory!: ConfirmationChange[] | null;

  @Field(() => Nationality, { nullable: true, description: 'Nationality as established.' })
  @Sensitivity('PERSONAL', 'NONE')
  nationality!: Nationality | null;

  @Field(() => [String], { nullable: true, description: 'Nationalities that the person claimed, ISO 3166-1 alpha-3.' })
  @Sensitivity('SENSITIVE', 'ASYLUM')
  claimedNationalities!: string[] | null;

  @Field(() => Sex, { nullable: true, description: 'Sex as registered.' })
  @Sensitivity('PERSONAL', 'NONE')
  sex!: Sex | null;

  @Field(() => BirthDate, { nullable: true, description: 'Date of birth.' })
  @Sensitivity('PERSONAL', 'CHILD')
  birthDate!: string | null;

  @Field(() => String, { nullable: true, description: 'Full name; a synthetic one says so.' })
  @Sensitivity('PERSONAL', 'NAME', 'VICTIM', 'CHILD')
  fullName!: string | null;

  @Field(() => PersonKey, { nullable: true, description: 'Number of the identity document.' })
  @Sensitivity('SENSITIVE', 'NONE')
  documentNumber!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a claim to asylum is on record (8 CFR 208.6).' })
  @Sensitivity('PROTECTED', 'ASYLUM')
  asylumClaim!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether an application for a T visa is on record (8 USC 1367).',
  })
  @Sensitivity('PROTECTED', 'VICTIM')
  tVisaApplication!: boolean | null;

  @Field(() => String, { nullable: true, description: 'Medical notes.' })
  @Sensitivity('PROTECTED', 'HEALTH')
  medicalNotes!: string | null;

  @Field(() => String, { nullable: true, description: 'What the person stated.' })
  @Sensitivity('SENSITIVE', 'FREE_TEXT')
  statement!: string | null;
}
