import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { Field, ObjectType } from 'type-graphql';
import { CommunityInvestment } from './community-investment';
import { EnvironmentFigure } from './environment-figure';
import { Place } from './place';
import { WaterTest } from './water-test';

/** What is held of one community: waste, tests of water, investment. */
@ObjectType({
  description: 'What is held of one community on the way: waste, tests of water, investment. Gaps are rows too.',
})
@Owner('JOINT')
export class CommunityEnvironment {
  @Field(() => Place, { description: 'The community.' })
  @Sensitivity('PUBLIC')
  community!: Place;

  @Field(() => EnvironmentFigure, { description: 'Waste at the community: NOT_PUBLISHED, no source divides it.' })
  @Sensitivity('PUBLIC')
  waste!: EnvironmentFigure;

  @Field(() => [WaterTest], {
    nullable: true,
    description: 'Tests of water, in the order of their report; one UNKNOWN row where none is held.',
  })
  @Sensitivity('PUBLIC')
  waterTests!: WaterTest[];

  @Field(() => [CommunityInvestment], {
    nullable: true,
    description: 'Investments, in the order of their report; one UNKNOWN row where none is held.',
  })
  @Sensitivity('PUBLIC')
  investments!: CommunityInvestment[];
}
