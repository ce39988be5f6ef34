import { Count } from '@pasarela/serve/domain/count';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { Field, ObjectType } from 'type-graphql';

/** How many cases concern one nationality. */
@ObjectType({
  description:
    'How many cases of the synthetic dataset concern one nationality. Small cells are suppressed for other parties.',
})
@Owner('USA')
export class SmugglingCaseFigures {
  @Field(() => String, { description: 'The dataset that is counted; synthetic ones begin with SYNTHETIC.' })
  @Sensitivity('PUBLIC')
  dataset!: string;

  @Field(() => Count, {
    nullable: true,
    description:
      'Cases in which at least one victim of trafficking of the nationality is identified, preliminary or confirmed. Others: 10 or more, or suppressed.',
  })
  @Sensitivity('STATISTICAL')
  casesWithIdentifiedVictims!: Count | null;

  @Field(() => Count, {
    nullable: true,
    description:
      'Cases in which at least one smuggled migrant or victim of trafficking has the nationality. Others: none, 5 or more, or suppressed.',
  })
  @Sensitivity('STATISTICAL')
  cases!: Count | null;
}
