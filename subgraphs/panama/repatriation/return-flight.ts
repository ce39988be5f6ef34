import { Count } from '@pasarela/serve/domain/count';
import { Owner, Reads, Sensitivity } from '@pasarela/serve/domain/labels';
import { PartialDate, YearMonth } from '@pasarela/serve/domain/scalars';
import { ArgsType, Field, ObjectType } from 'type-graphql';
import { Nationality } from './nationality';
import { ReturnCost } from './return-cost';
import { ReturnFunder } from './return-funder';
import { ReturnedByLegalCategory } from './returned-by-legal-category';

/** The people of one nationality on a return flight, and where they were flown. */
@ObjectType({ description: 'The people of one nationality on a return flight, and where they were flown.' })
@Owner('PAN')
export class ReturnFlightLeg {
  @Field(() => Nationality, { nullable: true, description: 'The nationality as printed.' })
  @Sensitivity('PUBLIC')
  nationality!: Nationality;

  @Field(() => String, {
    nullable: true,
    description: 'The country of destination, ISO 3166-1 alpha-3; null where the source states no destination.',
  })
  @Sensitivity('PUBLIC')
  destinationCountry!: string | null;

  @Field(() => String, { nullable: true, description: 'The city as printed; null where the source states none.' })
  @Sensitivity('PUBLIC')
  destinationCity!: string | null;

  @Field(() => Count, { nullable: true, description: 'Persons of the nationality on the flight.' })
  @Sensitivity('PUBLIC')
  persons!: Count;
}

/** One return flight from Panama, as a source reports it. */
@ObjectType({
  description:
    'A return flight from Panama, as a source reports it. Eleven flights of 43 and more are held; no row is a person.',
})
@Owner('PAN')
export class ReturnFlight {
  @Field(() => PartialDate, {
    nullable: true,
    description: 'The day of the flight, or its month where no day is printed.',
  })
  @Sensitivity('PUBLIC')
  date!: string;

  @Field(() => String, { nullable: true, description: 'The date as printed: "2024-10 (mid)".' })
  @Sensitivity('PUBLIC')
  datePrinted!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The nationalities as printed: COL, IND+VNM, "African+Asian countries".',
  })
  @Sensitivity('PUBLIC')
  nationalitiesPrinted!: string;

  @Field(() => String, { nullable: true, description: 'The destination as printed; null where none is.' })
  @Sensitivity('PUBLIC')
  destinationPrinted!: string | null;

  @Field(() => [ReturnFlightLeg], {
    nullable: true,
    description: 'A row for each nationality that the source names; none where it names none.',
  })
  @Sensitivity('PUBLIC')
  legs!: ReturnFlightLeg[];

  @Field(() => Count, { nullable: true, description: 'Persons on the flight, as printed.' })
  @Sensitivity('PUBLIC')
  persons!: Count;

  @Field(() => [ReturnedByLegalCategory], {
    nullable: true,
    description: 'Persons by legal category, a row for each of the three; most flights have none printed.',
  })
  @Sensitivity('PUBLIC')
  byLegalCategory!: ReturnedByLegalCategory[];

  @Field(() => ReturnFunder, { nullable: true, description: 'Who paid, by what the source prints.' })
  @Sensitivity('PUBLIC')
  funder!: ReturnFunder;

  @Field(() => String, {
    nullable: true,
    description: 'The funding as printed; "MoU" is the memorandum of 1 July 2024 with the United States.',
  })
  @Sensitivity('PUBLIC')
  fundingPrinted!: string;

  @Field(() => ReturnCost, { nullable: true, description: 'The cost of the flight: UNKNOWN, since none is held.' })
  @Sensitivity('PUBLIC')
  cost!: ReturnCost;
}

/** Which flights. */
@ArgsType()
export class ReturnFlightArguments {
  @Field(() => YearMonth, { nullable: true, description: 'The first month; from the first flight held when left out.' })
  @Reads('ReturnFlight.date')
  from?: string | null;

  @Field(() => YearMonth, { nullable: true, description: 'The last month; to the last flight held when left out.' })
  @Reads('ReturnFlight.date')
  to?: string | null;
}
