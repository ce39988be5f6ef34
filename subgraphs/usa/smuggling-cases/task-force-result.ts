import { Count } from '@pasarela/serve/domain/count';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { PartialDate } from '@pasarela/serve/domain/scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';

/** What a published result of Joint Task Force Alpha counts. */
export enum TaskForceMeasure {
  ARRESTS = 'ARRESTS',
  US_CONVICTIONS = 'US_CONVICTIONS',
  SENTENCED = 'SENTENCED',
}
registerEnumType(TaskForceMeasure, {
  name: 'TaskForceMeasure',
  description: 'What a published result of Joint Task Force Alpha counts.',
});

/** One published result of Joint Task Force Alpha. */
@ObjectType({
  description:
    'One published result of Joint Task Force Alpha (JTFA), up to a date. Results accumulate: never add them.',
})
@Owner('USA')
export class TaskForceResult {
  @Field(() => PartialDate, { description: 'The month up to which it was counted.' })
  @Sensitivity('PUBLIC')
  asOf!: string;

  @Field(() => TaskForceMeasure, { description: 'What is counted.' })
  @Sensitivity('PUBLIC')
  measure!: TaskForceMeasure;

  @Field(() => Count, { description: 'The figure.' })
  @Sensitivity('PUBLIC')
  count!: Count;
}
