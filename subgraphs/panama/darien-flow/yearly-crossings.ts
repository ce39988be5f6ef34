import { Count } from '@pasarela/serve/domain/count';
import { Direction } from '@pasarela/serve/domain/direction';
import { Owner, Reads, Sensitivity } from '@pasarela/serve/domain/labels';
import { ArgsType, Field, Int, ObjectType } from 'type-graphql';

/** Panama's count of one year's crossings; the resolver adds the tables by nationality. */
@ObjectType({ description: "Panama's count of one year's crossings of the Darién." })
@Owner('PAN')
export class YearlyCrossings {
  @Field(() => Int, { description: 'The year.' })
  @Sensitivity('PUBLIC')
  year!: number;

  @Field(() => Direction, { description: 'Which way the people crossed.' })
  @Sensitivity('PUBLIC')
  direction!: Direction;

  @Field(() => Count, { nullable: true, description: 'Registered arrivals of the year.' })
  @Sensitivity('PUBLIC')
  count!: Count;
}

/** Which years, and which way. */
@ArgsType()
export class YearsArguments {
  @Field(() => Int, { description: 'The first year.' })
  @Reads('YearlyCrossings.year')
  from!: number;

  @Field(() => Int, { description: 'The last year, at most 49 after the first.' })
  @Reads('YearlyCrossings.year')
  to!: number;

  @Field(() => Direction, { defaultValue: Direction.NORTH, description: 'Which way; Panama publishes NORTH only.' })
  @Reads('YearlyCrossings.direction')
  direction!: Direction;
}
