import { Count } from '@pasarela/serve/domain/count';
import { Owner, Reads, Sensitivity } from '@pasarela/serve/domain/labels';
import { YearMonth } from '@pasarela/serve/domain/scalars';
import { ArgsType, Field, ObjectType } from 'type-graphql';
import { AssistanceMeasure } from './assistance-measure';

/** One published figure of humanitarian assistance. */
@ObjectType({
  description: 'One published figure of humanitarian assistance, as printed. Periods overlap: never add rows.',
})
@Owner('JOINT')
export class AssistanceFigure {
  @Field(() => String, { nullable: true, description: 'The period as printed: 2023, 2023-12, 2024-01..02.' })
  @Sensitivity('PUBLIC')
  period!: string;

  @Field(() => AssistanceMeasure, { nullable: true, description: 'What is counted.' })
  @Sensitivity('PUBLIC')
  measure!: AssistanceMeasure;

  @Field(() => Count, { nullable: true, description: 'The figure; NOT_PUBLISHED where the source prints words.' })
  @Sensitivity('PUBLIC')
  count!: Count;
}

/** What is published of one month. */
@ObjectType({
  description:
    'What is published of one month of humanitarian assistance in Panama. By month and country alone: never by station, flight or group.',
})
@Owner('JOINT')
export class AssistanceMonth {
  @Field(() => YearMonth, { description: 'The month.' })
  @Sensitivity('PUBLIC')
  month!: string;

  @Field(() => Count, {
    nullable: true,
    description: 'Medical consultations; published by year only, so NOT_PUBLISHED in every month.',
  })
  @Sensitivity('PUBLIC')
  consultations!: Count;

  @Field(() => Count, {
    nullable: true,
    description: 'Patients after sexual violence; NOT_PUBLISHED where no figure of this very month is.',
  })
  @Sensitivity('PUBLIC')
  sexualViolencePatients!: Count;
}

/** Which months of published figures. */
@ArgsType()
export class AssistanceMonthsArguments {
  @Field(() => YearMonth, { description: 'The first month.' })
  @Reads('AssistanceMonth.month')
  from!: string;

  @Field(() => YearMonth, { description: 'The last month, at most 239 after the first.' })
  @Reads('AssistanceMonth.month')
  to!: string;
}
