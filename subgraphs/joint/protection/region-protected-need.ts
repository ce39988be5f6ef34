import { Count } from '@pasarela/serve/domain/count';
import { Attribute, Owner, Reads, Records, Sensitivity } from '@pasarela/serve/domain/labels';
import { YearMonth } from '@pasarela/serve/domain/scalars';
import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { Contributed } from './contributed';
import { ContributionChange } from './contribution-change';
import { Place } from './place';
import { ProtectedNeed } from './specific-needs';

/** How often one group of protected needs was recorded in one region in one month, by one contributor. */
@ObjectType({
  description:
    'How many persons in a region in a month had a need of one protected group (violence, torture, serious illness, protection), as one contributor recorded it. By month and region alone, and never by sub-code.',
})
@Owner('JOINT')
@Records('PLACE')
@Attribute('contributedBy', { as: 'OPERATIONAL', changes: false })
export class RegionProtectedNeed extends Contributed {
  @Field(() => YearMonth, { description: 'The month.' })
  @Sensitivity('PUBLIC')
  month!: string;

  @Field(() => Place, { nullable: true, description: 'The first administrative level.' })
  @Sensitivity('STATISTICAL')
  region!: Place;

  @Field(() => ProtectedNeed, { nullable: true, description: "UNHCR's group of needs." })
  @Sensitivity('STATISTICAL')
  need!: ProtectedNeed;

  @Field(() => Count, { nullable: true, description: 'Persons; SUPPRESSED under 10, zero too.' })
  @Sensitivity('STATISTICAL')
  persons!: Count;

  @Field(() => Int, { nullable: true, description: 'How often the contributor wrote the record; needed to change it.' })
  @Sensitivity('OPERATIONAL')
  version!: number;

  @Field(() => [ContributionChange], { nullable: true, description: "Every change, for the contributor's own people." })
  @Sensitivity('PERSONAL', 'NONE')
  history!: ContributionChange[];
}

/** Which months of needs in regions. */
@ArgsType()
export class RegionProtectedNeedsArguments {
  @Field(() => YearMonth, { description: 'The first month.' })
  @Reads('RegionProtectedNeed.month')
  from!: string;

  @Field(() => YearMonth, { description: 'The last month, at most 239 after the first.' })
  @Reads('RegionProtectedNeed.month')
  to!: string;
}
