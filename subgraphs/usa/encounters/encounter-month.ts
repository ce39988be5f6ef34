import { Count } from '@pasarela/serve/domain/count';
import { Owner, Reads, Sensitivity } from '@pasarela/serve/domain/labels';
import { YearMonth } from '@pasarela/serve/domain/scalars';
import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { DarienFlowPeriod } from './darien-flow-period';

/** What the United States counted in one month. */
@ObjectType({
  description:
    'What the United States counted in one month, as published. Encounters and court cases are two counts; never add or subtract them.',
})
@Owner('USA')
export class UsaEncounterMonth {
  @Field(() => YearMonth, { description: 'The calendar month.' })
  @Sensitivity('PUBLIC')
  month!: string;

  @Field(() => Count, {
    nullable: true,
    description:
      'Nationwide encounters under Title 8 (CBP): events, not persons. Title 42 is left out; held from October 2019 to August 2022.',
  })
  @Sensitivity('PUBLIC')
  encounters!: Count;

  @Field(() => Count, {
    nullable: true,
    description:
      'Expulsions under Title 42, which are not among the encounters: NOT_PUBLISHED, none are held by month.',
  })
  @Sensitivity('PUBLIC')
  title42Expulsions!: Count;

  @Field(() => Count, {
    nullable: true,
    description: 'Encounters of any one nationality: NOT_PUBLISHED, the file that is held has no nationality.',
  })
  @Sensitivity('PUBLIC')
  encountersOfOneNationality!: Count;

  @Field(() => Count, {
    nullable: true,
    description:
      'New cases of the immigration court (EOIR): cases, not encounters. Held from October 2019 to September 2022.',
  })
  @Sensitivity('PUBLIC')
  newCourtCases!: Count;
}

/** A month before another one, by how many. */
@ObjectType({ description: 'A month before the month of the row. That it comes earlier says nothing of causes.' })
@Owner('USA')
export class EarlierDarienFlow {
  @Field(() => Int, { description: 'How many months earlier.' })
  @Sensitivity('PUBLIC')
  monthsEarlier!: number;

  @Field(() => DarienFlowPeriod, {
    nullable: true,
    description: 'The earlier month; Panama and Colombia add their own counts of the flow through the Darién.',
  })
  @Sensitivity('PUBLIC')
  period!: DarienFlowPeriod;
}

/** Which months. */
@ArgsType()
export class EncounterMonthsArguments {
  @Field(() => YearMonth, { description: 'The first month.' })
  @Reads('UsaEncounterMonth.month')
  from!: string;

  @Field(() => YearMonth, { description: 'The last month, at most 119 after the first.' })
  @Reads('UsaEncounterMonth.month')
  to!: string;
}

/** How far back. */
@ArgsType()
export class EarlierMonthsArguments {
  @Field(() => Int, { defaultValue: 3, description: 'How many months back, 1 to 12.' })
  @Reads('EarlierDarienFlow.monthsEarlier')
  months!: number;
}
