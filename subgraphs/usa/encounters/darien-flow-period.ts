import { Key, Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { Field, ID, ObjectType } from 'type-graphql';

/** A month of the flow through the Darién, which this domain names and Panama and Colombia count. */
@ObjectType({
  description:
    'A year, a month or a range of months in which the flow through the Darién is counted. Each state adds its own count.',
})
@Key('period')
@Owner('ANY')
export class DarienFlowPeriod {
  @Field(() => ID, { description: '2023, 2023-08 or 2024-01..2024-07.' })
  @Sensitivity('PUBLIC')
  period!: string;
}
