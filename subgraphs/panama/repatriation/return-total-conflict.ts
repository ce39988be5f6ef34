import { CountUnit } from '@pasarela/serve/domain/count';
import { ComputedFrom, Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { PartialDate } from '@pasarela/serve/domain/scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ReturnTotal } from './return-total';

/** How totals conflict. */
export enum ReturnTotalConflictKind {
  SAME_MONTH = 'SAME_MONTH',
  LOWER_LATER = 'LOWER_LATER',
}
registerEnumType(ReturnTotalConflictKind, {
  name: 'ReturnTotalConflictKind',
  description:
    'How totals conflict. SAME_MONTH: publishers print other figures as of one month. LOWER_LATER: a later total is lower than an earlier one, though totals only grow.',
});

/** Two totals, and by how much the first exceeds the second. */
@ObjectType({ description: 'Two totals and the signed difference between them. Neither is corrected by the other.' })
@Owner('PAN')
export class ReturnTotalDifference {
  @Field(() => ReturnTotal, { nullable: true, description: 'The first total.' })
  @Sensitivity('PUBLIC')
  first!: ReturnTotal;

  @Field(() => ReturnTotal, { nullable: true, description: 'The second total.' })
  @Sensitivity('PUBLIC')
  second!: ReturnTotal;

  @Field(() => Int, { nullable: true, description: 'The first minus the second, in the unit of both.' })
  @ComputedFrom('first { count } second { count }')
  @Sensitivity('PUBLIC')
  firstMinusSecond!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Why they differ, where a source says so; null where none does.',
  })
  @Sensitivity('PUBLIC')
  reason!: string | null;
}

/** Totals of one measure that conflict. */
@ObjectType({
  description:
    'Published totals of the very same measure that conflict: separate figures with signed differences, never merged.',
})
@Owner('PAN')
export class ReturnTotalConflict {
  @Field(() => ReturnTotalConflictKind, { nullable: true, description: 'How they conflict.' })
  @Sensitivity('PUBLIC')
  kind!: ReturnTotalConflictKind;

  @Field(() => PartialDate, { nullable: true, description: 'The month of the first total.' })
  @Sensitivity('PUBLIC')
  from!: string;

  @Field(() => PartialDate, { nullable: true, description: 'The month of the last total.' })
  @Sensitivity('PUBLIC')
  to!: string;

  @Field(() => CountUnit, { nullable: true, description: 'What is counted.' })
  @Sensitivity('PUBLIC')
  unit!: CountUnit;

  @Field(() => [ReturnTotal], { nullable: true, description: 'The totals, each with its publisher and source.' })
  @Sensitivity('PUBLIC')
  totals!: ReturnTotal[];

  @Field(() => [ReturnTotalDifference], { nullable: true, description: 'Every two totals that differ.' })
  @Sensitivity('PUBLIC')
  differences!: ReturnTotalDifference[];
}
