import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

/** What stands behind a cost or its absence. */
export enum ReturnCostState {
  VALUE = 'VALUE',
  NOT_PUBLISHED = 'NOT_PUBLISHED',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(ReturnCostState, {
  name: 'ReturnCostState',
  description:
    'What stands behind a cost or its absence. UNKNOWN: no source that is held states it, and whether it was published is not known. A blank is never a zero.',
});

/** A cost: an amount, its currency, and of what it is the cost. */
@ObjectType({ description: 'A cost with its currency and basis. No cost of a return is held: all are UNKNOWN.' })
@Owner('PAN')
export class ReturnCost {
  @Field(() => Int, { nullable: true, description: 'Whole units of the currency; null unless the state is VALUE.' })
  @Sensitivity('PUBLIC')
  amount!: number | null;

  @Field(() => String, { nullable: true, description: 'ISO 4217, for instance USD; null unless the state is VALUE.' })
  @Sensitivity('PUBLIC')
  currency!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of what it is the cost, as printed: a flight, a person, a ticket; null unless the state is VALUE.',
  })
  @Sensitivity('PUBLIC')
  basis!: string | null;

  @Field(() => ReturnCostState, { nullable: true, description: 'What stands behind the amount or its absence.' })
  @Sensitivity('PUBLIC')
  state!: ReturnCostState;

  @Field(() => String, { nullable: true, description: 'Where the cost was read; null where there is none.' })
  @Sensitivity('PUBLIC')
  source!: string | null;

  @Field(() => String, { nullable: true, description: 'A caution that must travel with the cost.' })
  @Sensitivity('PUBLIC')
  note!: string | null;
}
