import { Count } from '@pasarela/serve/domain/count';
import { Counts, Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { Field, ObjectType } from 'type-graphql';
import { PermitStage } from './permit-stage';

/** How many synthetic permits stand in one stage. */
@ObjectType({ description: 'How many permits of the synthetic dataset stand in one stage.' })
@Owner('COL')
export class PermitStageCount {
  @Field(() => String, { description: 'The dataset that is counted; synthetic ones begin with SYNTHETIC.' })
  @Sensitivity('PUBLIC')
  dataset!: string;

  @Field(() => PermitStage, { nullable: true, description: 'The stage.' })
  @Sensitivity('STATISTICAL')
  @Counts('currentStage')
  stage!: PermitStage | null;

  @Field(() => Count, {
    nullable: true,
    description:
      'Permits that stand in the stage. Other parties are told the release in force: 1 to 9, and what would give such a cell away, is suppressed.',
  })
  @Sensitivity('STATISTICAL')
  count!: Count | null;
}
