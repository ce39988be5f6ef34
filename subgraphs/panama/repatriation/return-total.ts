import { Count } from '@pasarela/serve/domain/count';
import { Owner, Reads, Sensitivity } from '@pasarela/serve/domain/labels';
import { PartialDate, YearMonth } from '@pasarela/serve/domain/scalars';
import { ArgsType, Field, ObjectType } from 'type-graphql';
import { Nationality } from './nationality';
import { ReturnFlightType } from './return-flight-type';
import { ReturnFunder } from './return-funder';
import { ReturnLegalCategory } from './return-legal-category';

/** One published total, of what its dimensions say; a dimension that is null was not printed. */
@ObjectType({
  description:
    'One published total of returns, counted from a day that no source states up to its date. Totals of two publishers are never merged, and never summed.',
})
@Owner('PAN')
export class ReturnTotal {
  @Field(() => PartialDate, { nullable: true, description: 'As of when the publisher printed it.' })
  @Sensitivity('PUBLIC')
  asOf!: string;

  @Field(() => String, { nullable: true, description: 'The date as printed: "2024-09 (to 15 flights)".' })
  @Sensitivity('PUBLIC')
  asOfPrinted!: string;

  @Field(() => String, { nullable: true, description: 'Who printed it, by the host of the source: menafn.com.' })
  @Sensitivity('PUBLIC')
  publisher!: string;

  @Field(() => ReturnFlightType, {
    nullable: true,
    description: 'Charters or commercial flights alone; null: not told apart.',
  })
  @Sensitivity('PUBLIC')
  flightType!: ReturnFlightType | null;

  @Field(() => ReturnLegalCategory, { nullable: true, description: 'One legal category alone; null: not told apart.' })
  @Sensitivity('PUBLIC')
  legalCategory!: ReturnLegalCategory | null;

  @Field(() => Nationality, {
    nullable: true,
    description: 'One nationality alone; null where the total is of all, or of a group (`nationalityGroup`).',
  })
  @Sensitivity('PUBLIC')
  nationality!: Nationality | null;

  @Field(() => String, { nullable: true, description: 'The group as printed: COL, or OTHER; null: all nationalities.' })
  @Sensitivity('PUBLIC')
  nationalityGroup!: string | null;

  @Field(() => ReturnFunder, { nullable: true, description: 'Flights of one funder alone; null: not told apart.' })
  @Sensitivity('PUBLIC')
  funder!: ReturnFunder | null;

  @Field(() => String, {
    nullable: true,
    description: 'The printed measure and value, of which this is one figure: "COL persons/flights: 1065/29".',
  })
  @Sensitivity('PUBLIC')
  printed!: string;

  @Field(() => Count, { nullable: true, description: 'Persons, flights or tickets: the unit says which.' })
  @Sensitivity('PUBLIC')
  count!: Count;
}

/** Which totals. */
@ArgsType()
export class ReturnTotalArguments {
  @Field(() => YearMonth, { nullable: true, description: 'The first month; from the first total held when left out.' })
  @Reads('ReturnTotal.asOf')
  from?: string | null;

  @Field(() => YearMonth, { nullable: true, description: 'The last month; to the last total held when left out.' })
  @Reads('ReturnTotal.asOf')
  to?: string | null;
}
