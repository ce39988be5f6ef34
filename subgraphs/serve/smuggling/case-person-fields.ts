import { Field, ObjectType } from 'type-graphql';
import { Sensitivity } from '../domain/labels';
import { BirthDate, PersonKey } from '../domain/scalars';
import { Sex } from '../domain/sex';
import { CasePersonRole, VictimConfirmation } from './case-person-role';

/** What every owner records of a person in a case; an owner's type adds what refers to types of its own. */
@ObjectType()
export abstract class CasePersonFields {
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

  @Field(() => Boolean, { nullable: true, description: 'Whether a claim to asylum is on record.' })
  @Sensitivity('PROTECTED', 'ASYLUM')
  asylumClaim!: boolean | null;

  @Field(() => String, { nullable: true, description: 'Medical notes.' })
  @Sensitivity('PROTECTED', 'HEALTH')
  medicalNotes!: string | null;

  @Field(() => String, { nullable: true, description: 'What the person stated.' })
  @Sensitivity('SENSITIVE', 'FREE_TEXT')
  statement!: string | null;
}
