import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { Field, ObjectType } from 'type-graphql';
import { ReturnCost } from './return-cost';
import { ReturnFlightType } from './return-flight-type';
import { ReturnTotal } from './return-total';

/** What is known of the cost of returns by one type of flight. */
@ObjectType({ description: 'What is known of the cost of returns by one type of flight. No cost is held.' })
@Owner('PAN')
export class ReturnCostByFlightType {
  @Field(() => ReturnFlightType, { nullable: true, description: 'The type of flight.' })
  @Sensitivity('PUBLIC')
  flightType!: ReturnFlightType;

  @Field(() => ReturnCost, {
    nullable: true,
    description: 'The cost per returned person: UNKNOWN, since none is held.',
  })
  @Sensitivity('PUBLIC')
  costPerPerson!: ReturnCost;

  @Field(() => [ReturnTotal], {
    nullable: true,
    description:
      'Every published total of this type of flight: persons, flights, tickets. No cost can be worked out of them.',
  })
  @Sensitivity('PUBLIC')
  totals!: ReturnTotal[];
}
