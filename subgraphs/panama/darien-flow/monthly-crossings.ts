import { Count } from '@pasarela/serve/domain/count';
import { Direction } from '@pasarela/serve/domain/direction';
import { Owner, Reads, Sensitivity } from '@pasarela/serve/domain/labels';
import { YearMonth } from '@pasarela/serve/domain/scalars';
import { ArgsType, Field, ObjectType } from 'type-graphql';

/** Panama's count of one month's crossings (or of the months that it published as one row). */
@ObjectType({ description: "Panama's count of one month's crossings of the Darién, with every revision that is held." })
@Owner('PAN')
export class MonthlyCrossings {
  @Field(() => YearMonth, { description: 'The first month of the row.' })
  @Sensitivity('PUBLIC')
  month!: string;

  @Field(() => YearMonth, {
    description:
      'The last month of the row: later than `month` where one figure was published for both (2023-09 to 2023-10).',
  })
  @Sensitivity('PUBLIC')
  throughMonth!: string;

  @Field(() => Direction, { description: 'Which way the people crossed.' })
  @Sensitivity('PUBLIC')
  direction!: Direction;

  @Field(() => Count, { nullable: true, description: 'Registered arrivals: the latest revision.' })
  @Sensitivity('PUBLIC')
  count!: Count;

  @Field(() => [Count], {
    nullable: true,
    description: 'Every revision in the order of publication; empty where nothing is published.',
  })
  @Sensitivity('PUBLIC')
  revisions!: Count[];
}

/** Which months, and which way. */
@ArgsType()
export class MonthsArguments {
  @Field(() => YearMonth, { description: 'The first month.' })
  @Reads('MonthlyCrossings.month')
  from!: string;

  @Field(() => YearMonth, { description: 'The last month, at most 239 after the first.' })
  @Reads('MonthlyCrossings.month')
  to!: string;

  @Field(() => Direction, { defaultValue: Direction.NORTH, description: 'Which way; Panama publishes NORTH only.' })
  @Reads('MonthlyCrossings.direction')
  direction!: Direction;
}
