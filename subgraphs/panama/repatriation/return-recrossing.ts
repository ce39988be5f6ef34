import { Count } from '@pasarela/serve/domain/count';
import { Counts, Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { Field, ObjectType } from 'type-graphql';
import { Nationality } from './nationality';

/** How many synthetic persons of one nationality crossed the Darién again after they were returned. */
@ObjectType({
  description:
    'How many persons of one nationality were registered in the Darién again within a year of their return: hits by pseudonym within Panama, counted and not kept. SYNTHETIC. Everybody is told the release in force: under 10, zero too, and what would give such a cell away, is suppressed.',
})
@Owner('PAN')
export class ReturnRecrossing {
  @Field(() => String, { description: 'The dataset that is counted; it begins with SYNTHETIC.' })
  @Sensitivity('PUBLIC')
  dataset!: string;

  @Field(() => Nationality, { nullable: true, description: 'The nationality.' })
  @Sensitivity('STATISTICAL')
  @Counts('nationality')
  nationality!: Nationality | null;

  @Field(() => Count, { nullable: true, description: 'Persons who were returned; under 10 is suppressed.' })
  @Sensitivity('STATISTICAL')
  returned!: Count | null;

  @Field(() => Count, {
    nullable: true,
    description: 'Of them, persons registered again; suppressed where they, or those who were not, are fewer than 10.',
  })
  @Sensitivity('STATISTICAL')
  crossedAgain!: Count | null;
}
