import { Attribute, Owner, Reads, Records, Sensitivity } from '@pasarela/serve/domain/labels';
import { BirthDate, PartialDate, PersonKey } from '@pasarela/serve/domain/scalars';
import { Sex } from '@pasarela/serve/domain/sex';
import { ArgsType, Field, ID, ObjectType } from 'type-graphql';
import { DocumentStatus } from './document-status';

/** What an asked owner gave of the person behind a hit that both parties approved. */
@ObjectType({
  description:
    'What the asked party gave of the person behind one hit, after both parties approved it; each look at it is evidence, and it expires with the hit. SYNTHETIC. A match of tokens is a lead: compare with the person before anything is decided.',
})
@Owner('JOINT')
@Records('IDENTITY_TARGET')
@Attribute('contributedBy', { as: 'OPERATIONAL', changes: false })
@Attribute('nationality', { as: 'PERSONAL' })
@Attribute('claimedNationalities', { list: true, as: 'SENSITIVE' })
@Attribute('habitualResidence', { as: 'PERSONAL' })
@Attribute('minor', { type: 'BOOLEAN', as: 'PERSONAL' })
@Attribute('victim', { type: 'BOOLEAN', as: 'SENSITIVE' })
@Attribute('claimant', { type: 'BOOLEAN', as: 'SENSITIVE' })
export class IdentityDetails {
  @Field(() => String, { description: 'The dataset that holds the record; it begins with SYNTHETIC.' })
  @Sensitivity('PUBLIC')
  dataset!: string;

  @Field(() => ID, { nullable: true, description: 'The hit that it belongs to.' })
  @Sensitivity('OPERATIONAL')
  hit!: string | null;

  @Field(() => PersonKey, { nullable: true, description: "The asked party's reference of the person." })
  @Sensitivity('PERSONAL', 'NONE')
  subject!: string | null;

  @Field(() => String, { nullable: true, description: 'ICAO 9303 document code: P passport, I, A or C identity card.' })
  @Sensitivity('PERSONAL', 'NONE')
  documentType!: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-3 of the state that issued the document.' })
  @Sensitivity('PERSONAL', 'NONE')
  issuingState!: string | null;

  @Field(() => DocumentStatus, { nullable: true, description: 'What the asked party knows of the document.' })
  @Sensitivity('PERSONAL', 'NONE')
  documentStatus!: DocumentStatus | null;

  @Field(() => PartialDate, { nullable: true, description: 'Until when the document is valid.' })
  @Sensitivity('PERSONAL', 'NONE')
  documentExpiresOn!: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-3 of the nationality on record.' })
  @Sensitivity('PERSONAL', 'NONE')
  nationality!: string | null;

  @Field(() => Sex, { nullable: true, description: 'The sex on record.' })
  @Sensitivity('PERSONAL', 'NONE')
  sex!: Sex | null;

  @Field(() => BirthDate, {
    nullable: true,
    description: 'The date of birth on record; another party gets an age band.',
  })
  @Sensitivity('PERSONAL', 'CHILD')
  birthDate!: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'When the asked party last recorded the person.' })
  @Sensitivity('PERSONAL', 'NONE')
  lastRecordedOn!: string | null;
}

/** The key of what was given. */
@ArgsType()
export class HitOfDetails {
  @Field(() => ID, { description: 'The hit, as the reply to the check named it.' })
  @Reads('IdentityDetails.hit')
  hit!: string;
}
