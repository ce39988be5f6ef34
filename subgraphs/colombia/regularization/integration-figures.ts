import { Count } from '@pasarela/serve/domain/count';
import { Counts, Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { Field, ObjectType } from 'type-graphql';
import { IntegrationIndicator } from './integration-codes';

/** What is published of an indicator of socioeconomic integration: nothing that is held. */
@ObjectType({
  description: 'What is published of an indicator of socioeconomic integration. No figure is held: NOT_PUBLISHED.',
})
@Owner('COL')
export class IntegrationFigure {
  @Field(() => IntegrationIndicator, { description: 'The indicator.' })
  @Sensitivity('PUBLIC')
  indicator!: IntegrationIndicator;

  @Field(() => Count, { description: 'Holders of a permit of whom it holds; the published figure, none of a dataset.' })
  @Sensitivity('PUBLIC')
  published!: Count;
}

/** How many permit holders of the synthetic dataset stand in one category of an indicator. */
@ObjectType({
  description: 'How many permit holders of the synthetic dataset stand in one category of an indicator. SYNTHETIC.',
})
@Owner('COL')
export class IntegrationIndicatorCount {
  @Field(() => String, { description: 'The dataset that is counted; it begins with SYNTHETIC.' })
  @Sensitivity('PUBLIC')
  dataset!: string;

  @Field(() => IntegrationIndicator, { nullable: true, description: 'The indicator.' })
  @Sensitivity('STATISTICAL')
  @Counts('integrationIndicator')
  indicator!: IntegrationIndicator | null;

  @Field(() => String, {
    nullable: true,
    description:
      'CONTRIBUTORY, SUBSIDIZED, UNAFFILIATED of health affiliation; ENROLLED, NOT_ENROLLED of schooling; FORMAL, NOT_FORMAL of work.',
  })
  @Sensitivity('STATISTICAL')
  @Counts('integrationCategory')
  category!: string | null;

  @Field(() => Count, {
    nullable: true,
    description:
      'Permit holders in the category. Other parties are told the release in force: 0 to 9, and what would give such a cell away, is suppressed.',
  })
  @Sensitivity('STATISTICAL')
  count!: Count | null;
}
