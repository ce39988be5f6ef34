import { Direction } from '@pasarela/serve/domain/direction';
import { Attribute, Owner, Records, Sensitivity } from '@pasarela/serve/domain/labels';
import { BirthDate, PartialDate, PersonKey, SpecificNeed } from '@pasarela/serve/domain/scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Nationality } from './nationality';
import { Place } from './place';

/** The sex that the registering officer recorded. */
export enum RecordedSex {
  FEMALE = 'FEMALE',
  MALE = 'MALE',
}
registerEnumType(RecordedSex, { name: 'RecordedSex', description: 'The sex that the registering officer recorded.' });

/** One synthetic record of one person's registered crossing. */
@ObjectType({
  description: "One person's registered crossing of the Darién. SYNTHETIC: no real person is behind any record.",
})
@Owner('PAN')
@Records('PERSON')
@Attribute('nationality', { as: 'PERSONAL' })
@Attribute('claimedNationalities', { list: true, as: 'SENSITIVE' })
@Attribute('habitualResidence', { as: 'PERSONAL' })
@Attribute('minor', { path: 'minorAtCrossing', type: 'BOOLEAN', as: 'PERSONAL' })
@Attribute('crossedOn', { as: 'PERSONAL', changes: false })
@Attribute('direction', { as: 'PERSONAL', changes: false })
export class CrossingRecord {
  @Field(() => ID, { description: 'Opaque; another one for each partner, agreement, purpose and quarter.' })
  @Sensitivity('PUBLIC')
  id!: string;

  @Field(() => String, { description: 'The dataset; it begins with SYNTHETIC.' })
  @Sensitivity('PUBLIC')
  dataset!: string;

  @Field(() => PartialDate, { nullable: true, description: 'The day of registration.' })
  @Sensitivity('PERSONAL', 'NONE')
  crossedOn!: string;

  @Field(() => Direction, { nullable: true, description: 'Which way the person crossed.' })
  @Sensitivity('PERSONAL', 'NONE')
  direction!: Direction;

  @Field(() => Nationality, { nullable: true, description: 'The nationality as recorded.' })
  @Sensitivity('PERSONAL', 'NONE')
  nationality!: Nationality;

  @Field(() => RecordedSex, { nullable: true, description: 'The sex as recorded.' })
  @Sensitivity('PERSONAL', 'NONE')
  sex!: RecordedSex;

  @Field(() => BirthDate, { nullable: true, description: 'The date of birth as recorded.' })
  @Sensitivity('PERSONAL', 'CHILD')
  birthDate!: string;

  @Field(() => Place, { nullable: true, description: 'Where the person reached Panama.' })
  @Sensitivity('PERSONAL', 'LOCATION')
  entryPoint!: Place;

  @Field(() => Place, { nullable: true, description: 'The station that received the person.' })
  @Sensitivity('PERSONAL', 'LOCATION')
  station!: Place;

  @Field(() => String, { nullable: true, description: 'The name as recorded.' })
  @Sensitivity('PERSONAL', 'NAME', 'CHILD')
  fullName!: string;

  @Field(() => PersonKey, {
    nullable: true,
    description: 'The number of the document shown; null when none was shown.',
  })
  @Sensitivity('SENSITIVE', 'NONE')
  documentNumber!: string | null;

  @Field(() => PersonKey, {
    nullable: true,
    description: 'The reference under which biometrics were enrolled; null when none were.',
  })
  @Sensitivity('SENSITIVE', 'BIOMETRIC')
  biometricReference!: string | null;

  @Field(() => PersonKey, { nullable: true, description: 'The group of people who travelled together.' })
  @Sensitivity('PERSONAL', 'NONE')
  travelGroup!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the person is a child who was unaccompanied when registered.',
  })
  @Sensitivity('SENSITIVE', 'CHILD')
  unaccompaniedChild!: boolean;

  @Field(() => PersonKey, {
    nullable: true,
    description: "An accompanied child's guardian, by the guardian's person key; null for everyone else.",
  })
  @Sensitivity('SENSITIVE', 'GUARDIAN', 'CHILD')
  guardian!: string | null;

  @Field(() => [SpecificNeed], {
    nullable: true,
    description: 'Specific needs by UNHCR code (SC-UC: unaccompanied child, SM-CI: chronic illness ...).',
  })
  @Sensitivity('PROTECTED', 'HEALTH', 'VICTIM')
  specificNeeds!: string[];

  @Field(() => Boolean, { nullable: true, description: 'Whether the person asked for refugee status in Panama.' })
  @Sensitivity('PROTECTED', 'ASYLUM')
  asylumClaim!: boolean;

  @Field(() => String, { nullable: true, description: 'What the officer wrote.' })
  @Sensitivity('SENSITIVE', 'FREE_TEXT')
  officerNotes!: string | null;
}
