import { Count } from '@pasarela/serve/domain/count';
import { Attribute, Owner, Reads, Records, Sensitivity } from '@pasarela/serve/domain/labels';
import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { Contributed } from './contributed';
import { Place } from './place';

/** How many referrals of one quarter from one station were completed, by one contributor. */
@ObjectType({
  description:
    'How many referrals that one contributor made from a station in a quarter were completed. All sectors together: health and violence are never told by station.',
})
@Owner('JOINT')
@Records('PLACE')
@Attribute('contributedBy', { as: 'OPERATIONAL', changes: false })
export class ReferralCompletion extends Contributed {
  @Field(() => Int, { description: 'The year.' })
  @Sensitivity('PUBLIC')
  year!: number;

  @Field(() => String, { description: 'The quarter in which the referrals were made: 2024-Q4.' })
  @Sensitivity('PUBLIC')
  quarter!: string;

  @Field(() => Place, { nullable: true, description: 'The station from which they were made.' })
  @Sensitivity('OPERATIONAL')
  station!: Place;

  @Field(() => Count, {
    nullable: true,
    description:
      'Referrals made; SUPPRESSED under 10, zero too. Other parties get a quarter three months after its end, frozen, and all of its stations or none.',
  })
  @Sensitivity('STATISTICAL')
  referred!: Count;

  @Field(() => Count, {
    nullable: true,
    description:
      'Of these, completed; SUPPRESSED where the completed or the others are under 10, zero too. Other parties get a quarter three months after its end, frozen, and all of its stations or none.',
  })
  @Sensitivity('STATISTICAL')
  completed!: Count;
}

/** Which years of referrals. */
@ArgsType()
export class ReferralCompletionArguments {
  @Field(() => Int, { description: 'The first year.' })
  @Reads('ReferralCompletion.year')
  from!: number;

  @Field(() => Int, { description: 'The last year, at most 49 after the first.' })
  @Reads('ReferralCompletion.year')
  to!: number;
}
