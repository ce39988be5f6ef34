import { countryName } from '@pasarela/schema/codes/countries';
import { Owner, Reads, Sensitivity } from '@pasarela/serve/domain/labels';
import { PartialDate } from '@pasarela/serve/domain/scalars';
import { ArgsType, Field, ID, ObjectType } from 'type-graphql';
import { Nationality, nationalityOf } from './nationality';
import type { PublishedOffice } from './published-offices';
import { SafeMobilityOfficeStatus } from './safe-mobility-codes';

/** Whom an office took, of one nationality. */
@ObjectType({ description: 'A nationality that an office took, and by when somebody had to be present.' })
@Owner('USA')
export class SafeMobilityEligibility {
  @Field(() => Nationality, { nullable: true, description: 'The nationality.' })
  @Sensitivity('PUBLIC')
  nationality!: Nationality;

  @Field(() => PartialDate, {
    nullable: true,
    description: "The last day by which somebody had to be present in the office's country; null where none is stated.",
  })
  @Sensitivity('PUBLIC')
  presentBy!: string | null;

  @Field(() => String, { nullable: true, description: 'Where it was read.' })
  @Sensitivity('PUBLIC')
  source!: string;
}

/** A Safe Mobility Office: the programme in one country. */
@ObjectType({
  description:
    'The Safe Mobility Offices of one country (June 2023 to 2025): people were screened there for lawful pathways. No longer active.',
})
@Owner('USA')
export class SafeMobilityOffice {
  @Field(() => ID, { description: 'ISO 3166-1 alpha-3 of the country where it stood.' })
  @Sensitivity('PUBLIC')
  country!: string;

  @Field(() => String, { nullable: true, description: 'The country in English.' })
  @Sensitivity('PUBLIC')
  get countryNameEn(): string | null {
    return countryName(this.country, 'en');
  }

  @Field(() => String, { nullable: true, description: 'The country in Spanish.' })
  @Sensitivity('PUBLIC')
  get countryNameEs(): string | null {
    return countryName(this.country, 'es');
  }

  @Field(() => SafeMobilityOfficeStatus, {
    nullable: true,
    description: 'Whether it takes applications, as last published.',
  })
  @Sensitivity('PUBLIC')
  status!: SafeMobilityOfficeStatus;

  @Field(() => PartialDate, { nullable: true, description: 'When it opened, as exactly as published.' })
  @Sensitivity('PUBLIC')
  opened!: string;

  @Field(() => String, { nullable: true, description: 'Where the opening was read.' })
  @Sensitivity('PUBLIC')
  openedSource!: string;

  @Field(() => PartialDate, {
    nullable: true,
    description: 'When it stopped taking applications, as exactly as published; null while it is active.',
  })
  @Sensitivity('PUBLIC')
  closed!: string | null;

  @Field(() => String, { nullable: true, description: 'Where the closing was read.' })
  @Sensitivity('PUBLIC')
  closedSource!: string | null;

  @Field(() => [SafeMobilityEligibility], {
    nullable: true,
    description: 'Whom it took, as of mid 2024: other nationalities were taken at other times.',
  })
  @Sensitivity('PUBLIC')
  eligibility!: SafeMobilityEligibility[];
}

/** The office that a published one is to a reader. */
export function officeOf(published: PublishedOffice): SafeMobilityOffice {
  const { nationalities, presentBy, eligibilitySource, country, opened, openedSource, closed, closedSource } =
    published;
  return Object.assign(new SafeMobilityOffice(), {
    country,
    opened,
    openedSource,
    closed,
    closedSource,
    status: closed ? SafeMobilityOfficeStatus.NO_LONGER_ACTIVE : SafeMobilityOfficeStatus.ACTIVE,
    eligibility: nationalities.map((code) =>
      Object.assign(new SafeMobilityEligibility(), {
        nationality: nationalityOf(code),
        presentBy,
        source: eligibilitySource,
      }),
    ),
  });
}

/** Which offices. */
@ArgsType()
export class OfficesArguments {
  @Field(() => [ID], {
    nullable: true,
    description:
      'ISO 3166-1 alpha-3 of the countries; all when left out. One without an office is left out of the answer.',
  })
  @Reads('SafeMobilityOffice.country')
  countries?: string[] | null;
}
