import { Count } from '@pasarela/serve/domain/count';
import { Attribute, Owner, Reads, Sensitivity } from '@pasarela/serve/domain/labels';
import { YearMonth } from '@pasarela/serve/domain/scalars';
import { ArgsType, Field, ObjectType } from 'type-graphql';
import { CheckLatency } from './check-latency';
import { ProbeResult } from './probe-result';

/** How many checks of one party and month ended in one way after one time. */
@ObjectType({
  description:
    "How many identity checks of one party and month ended so. Others than the party itself are shown whole months and at least 10; nothing adds up to a total, and no two parties' figures are summed. SYNTHETIC.",
})
@Owner('JOINT')
@Attribute('contributedBy', { as: 'PUBLIC', changes: false })
export class IdentityCheckFigure {
  @Field(() => String, { description: 'The dataset that holds the figure; it begins with SYNTHETIC.' })
  @Sensitivity('PUBLIC')
  dataset!: string;

  @Field(() => String, { description: 'The party that asked.' })
  @Sensitivity('PUBLIC')
  party!: string;

  @Field(() => YearMonth, { description: 'The month of the reply.' })
  @Sensitivity('PUBLIC')
  month!: string;

  @Field(() => ProbeResult, { description: 'What came of the checks.' })
  @Sensitivity('PUBLIC')
  result!: ProbeResult;

  @Field(() => CheckLatency, { description: 'How long they waited for their replies.' })
  @Sensitivity('PUBLIC')
  latency!: CheckLatency;

  @Field(() => Count, { nullable: true, description: 'The number of checks.' })
  @Sensitivity('STATISTICAL')
  checks!: Count | null;
}

/** Which months. */
@ArgsType()
export class CheckMonths {
  @Field(() => YearMonth, { description: 'The first month.' })
  @Reads('IdentityCheckFigure.month')
  from!: string;

  @Field(() => YearMonth, { description: 'The last month, at most 11 after the first.' })
  @Reads('IdentityCheckFigure.month')
  to!: string;
}
