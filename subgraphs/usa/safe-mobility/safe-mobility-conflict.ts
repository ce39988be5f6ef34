import { Count } from '@pasarela/serve/domain/count';
import { ComputedFrom, Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { Field, Int, ObjectType } from 'type-graphql';

/** Two statements of one publisher on one thing that do not agree. */
@ObjectType({
  description:
    'Two published statements on the same registrations that do not agree, side by side with their signed difference. Never a sum.',
})
@Owner('USA')
export class SafeMobilityConflict {
  @Field(() => [String], { nullable: true, description: 'ISO 3166-1 alpha-3 of the offices that both speak of.' })
  @Sensitivity('STATISTICAL')
  offices!: string[];

  @Field(() => Count, { nullable: true, description: 'The total that the source states in words.' })
  @Sensitivity('STATISTICAL')
  stated!: Count;

  @Field(() => Count, {
    nullable: true,
    description: "Derived: the same source's figures of the single offices, added.",
  })
  @Sensitivity('STATISTICAL')
  ofTheOffices!: Count;

  @Field(() => Int, { nullable: true, description: 'The second minus the first.' })
  @ComputedFrom('stated ofTheOffices')
  @Sensitivity('STATISTICAL')
  officesMinusStated!: number;

  @Field(() => [String], { nullable: true, description: 'Why the two may differ.' })
  @Sensitivity('STATISTICAL')
  reasons!: string[];
}
