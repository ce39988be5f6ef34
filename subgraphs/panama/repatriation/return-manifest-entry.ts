import { Attribute, Owner, Records, Sensitivity } from '@pasarela/serve/domain/labels';
import { BirthDate, PartialDate, PersonKey } from '@pasarela/serve/domain/scalars';
import { Sex } from '@pasarela/serve/domain/sex';
import { Field, ID, ObjectType } from 'type-graphql';
import { Nationality } from './nationality';
import { ReturnLegalCategory } from './return-legal-category';

/**
 * One person on the manifest of a return flight.
 *
 * INVARIANT: what decides whether another party sees the row (nationality, release day, that removal is final) is
 * written when the flight leaves, and no claim made or withdrawn afterwards changes it.
 */
@ObjectType({
  description:
    "One person on a return flight's manifest. SYNTHETIC: no real person is behind any entry. The receiving state sees its own nationals only, from the day of the calendar on.",
})
@Owner('PAN')
@Records('RETURN')
@Attribute('nationality', { as: 'PERSONAL' })
@Attribute('claimedNationalities', { list: true, as: 'SENSITIVE' })
@Attribute('habitualResidence', { as: 'PERSONAL' })
@Attribute('minor', { type: 'BOOLEAN', as: 'PERSONAL' })
@Attribute('removalFinal', { type: 'BOOLEAN', as: 'SENSITIVE', changes: false })
@Attribute('releasedOn', { as: 'PERSONAL', changes: false })
export class ReturnManifestEntry {
  @Field(() => ID, { description: 'Opaque; another one for each partner, agreement, purpose and quarter.' })
  @Sensitivity('PUBLIC')
  id!: string;

  @Field(() => String, { description: 'The dataset; it begins with SYNTHETIC.' })
  @Sensitivity('PUBLIC')
  dataset!: string;

  @Field(() => PersonKey, { nullable: true, description: 'The flight: entries of one flight have it alike.' })
  @Sensitivity('PERSONAL', 'NONE')
  flight!: string;

  @Field(() => PartialDate, { nullable: true, description: 'The day of the flight.' })
  @Sensitivity('PERSONAL', 'NONE')
  flightOn!: string;

  @Field(() => PartialDate, {
    nullable: true,
    description: 'The day of the calendar from which the receiving state sees the entry; null where it never does.',
  })
  @Sensitivity('PERSONAL', 'NONE')
  releasedOn!: string | null;

  @Field(() => Nationality, { nullable: true, description: 'The nationality as established.' })
  @Sensitivity('PERSONAL', 'NONE')
  nationality!: Nationality;

  @Field(() => String, { nullable: true, description: 'The country of destination, ISO 3166-1 alpha-3.' })
  @Sensitivity('PERSONAL', 'NONE')
  destinationCountry!: string;

  @Field(() => String, { nullable: true, description: 'The name as recorded.' })
  @Sensitivity('PERSONAL', 'NAME', 'CHILD')
  fullName!: string;

  @Field(() => BirthDate, { nullable: true, description: 'The date of birth as recorded.' })
  @Sensitivity('PERSONAL', 'CHILD')
  birthDate!: string;

  @Field(() => Sex, { nullable: true, description: 'The sex as recorded.' })
  @Sensitivity('PERSONAL', 'NONE')
  sex!: Sex;

  @Field(() => PersonKey, {
    nullable: true,
    description: 'The number of the travel document; null where there is none.',
  })
  @Sensitivity('SENSITIVE', 'NONE')
  documentNumber!: string | null;

  @Field(() => ReturnLegalCategory, { nullable: true, description: 'Under which measure the person was returned.' })
  @Sensitivity('PERSONAL', 'NONE')
  legalCategory!: ReturnLegalCategory;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the removal was final when the flight left; false for who was on the list and did not leave.',
  })
  @Sensitivity('SENSITIVE', 'ASYLUM')
  removalFinal!: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a claim for protection of the person is on record with Panama, made at any time.',
  })
  @Sensitivity('PROTECTED', 'ASYLUM')
  protectionClaim!: boolean;
}
