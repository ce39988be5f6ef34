import { Count } from '@pasarela/serve/domain/count';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { YearMonth } from '@pasarela/serve/domain/scalars';
import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { Nationality } from './nationality';

/** One printed nationality group in two months, a year apart. */
@ObjectType({ description: 'One printed nationality group in two months, a year apart.' })
@Owner('PAN')
export class NationalityInTwoYears {
  @Field(() => Int, { nullable: true, description: 'Its place by registered arrivals; null for what names nobody.' })
  @Sensitivity('PUBLIC')
  rank!: number | null;

  @Field(() => String, { description: 'The group as printed: VEN, HTI+BRA+CHL, OTHER.' })
  @Sensitivity('PUBLIC')
  publishedGroup!: string;

  @Field(() => [Nationality], { description: 'The nationalities that the group names; none for OTHER.' })
  @Sensitivity('PUBLIC')
  nationalities!: Nationality[];

  @Field(() => Count, { description: 'Registered arrivals in the latest month held.' })
  @Sensitivity('PUBLIC')
  count!: Count;

  @Field(() => Count, { description: 'Registered arrivals in the same month a year before; a blank is no zero.' })
  @Sensitivity('PUBLIC')
  yearBefore!: Count;

  @Field(() => Int, {
    nullable: true,
    description: 'The latest month less the one a year before, with its sign; null where one of them is not printed.',
  })
  @Sensitivity('PUBLIC')
  difference!: number | null;
}

/** The nationality groups with the most registered arrivals in the latest month held. */
@ObjectType({
  description: 'The nationality groups with the most arrivals in the latest month held, against a year before.',
})
@Owner('PAN')
export class TopNationalities {
  @Field(() => YearMonth, {
    description: 'The latest month of which the whole table by nationality is held. Not this month.',
  })
  @Sensitivity('PUBLIC')
  latestMonthHeld!: string;

  @Field(() => YearMonth, { description: 'The same month a year before.' })
  @Sensitivity('PUBLIC')
  monthYearBefore!: string;

  @Field(() => [NationalityInTwoYears], {
    description: 'The groups in their order: fewer than asked where the table prints fewer.',
  })
  @Sensitivity('PUBLIC')
  groups!: NationalityInTwoYears[];

  @Field(() => NationalityInTwoYears, { description: 'All other nationalities together; they have no place.' })
  @Sensitivity('PUBLIC')
  others!: NationalityInTwoYears;
}

/** How many groups. */
@ArgsType()
export class TopNationalitiesArguments {
  @Field(() => Int, { defaultValue: 10, description: 'How many groups, 1 to 100.' })
  first!: number;
}
