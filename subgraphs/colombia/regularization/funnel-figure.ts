import { Count } from '@pasarela/serve/domain/count';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { PartialDate } from '@pasarela/serve/domain/scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';

/** What a published figure of the temporary protection statute counts. */
export enum FunnelStage {
  PREREGISTERED = 'PREREGISTERED',
  BIOMETRIC_DONE = 'BIOMETRIC_DONE',
  IN_REVIEW = 'IN_REVIEW',
  APPROVED = 'APPROVED',
  PRINTED = 'PRINTED',
  DELIVERED = 'DELIVERED',
  AUTHORISED = 'AUTHORISED',
  IN_PROCESS = 'IN_PROCESS',
  AUTHORISED_OR_IN_PROCESS = 'AUTHORISED_OR_IN_PROCESS',
  HELD = 'HELD',
  JOINT_STATEMENT_CLAIM = 'JOINT_STATEMENT_CLAIM',
}
registerEnumType(FunnelStage, {
  name: 'FunnelStage',
  description: 'What a published figure counts. The publisher changed its categories: not every date has every stage.',
  valuesConfig: {
    PREREGISTERED: { description: 'Entered in the register (RUMV), which gives no status.' },
    AUTHORISED: { description: 'Permits authorised, printed or delivered or not.' },
    AUTHORISED_OR_IN_PROCESS: { description: 'The sum of authorised and in process, as published.' },
    HELD: { description: 'Permits in the hands of their holders, as a later publisher quotes them.' },
    JOINT_STATEMENT_CLAIM: { description: 'A claim of the joint statement of 26 August 2024, not a count.' },
  },
});

/** One published figure of the funnel at one date. */
@ObjectType({ description: 'One published figure of the way from register to permit, at one date.' })
@Owner('COL')
export class FunnelFigure {
  @Field(() => FunnelStage, { description: 'What the figure counts.' })
  @Sensitivity('PUBLIC')
  stage!: FunnelStage;

  @Field(() => PartialDate, { description: 'The date as of which the figure was held.' })
  @Sensitivity('PUBLIC')
  asOf!: string;

  @Field(() => Count, { description: 'The figure. NOT_PUBLISHED where the publisher left the stage out.' })
  @Sensitivity('PUBLIC')
  count!: Count;
}
