import { connectionOf } from '@pasarela/serve/domain/connection';
import { Attribute, Owner, Records, Sensitivity } from '@pasarela/serve/domain/labels';
import { PartialDate } from '@pasarela/serve/domain/scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AssistanceSector } from './assistance-sector';
import { Contributed } from './contributed';
import { ContributionChange } from './contribution-change';
import { Place } from './place';

/** What became of a referral. */
export enum ReferralOutcome {
  PENDING = 'PENDING',
  COMPLETED = 'COMPLETED',
  DECLINED = 'DECLINED',
  NOT_REACHED = 'NOT_REACHED',
}
registerEnumType(ReferralOutcome, {
  name: 'ReferralOutcome',
  description:
    'PENDING: not known yet. COMPLETED: the service was received. DECLINED: the person did not want it. NOT_REACHED: it was not received for another reason.',
});

/** One referral to a service, without any person in it. */
@ObjectType({
  description:
    'One referral of somebody to a service of another organisation. It holds no person key, name, age, sex or nationality, and exists for its contributor and the addressed organisation alone.',
})
@Owner('JOINT')
@Records('PLACE')
@Attribute('contributedBy', { as: 'OPERATIONAL', changes: false })
@Attribute('addressedTo', { as: 'OPERATIONAL', changes: false })
export class Referral extends Contributed {
  @Field(() => String, { nullable: true, description: 'The party to whose services the referral is addressed.' })
  @Sensitivity('OPERATIONAL')
  addressedTo!: string;

  @Field(() => Place, { nullable: true, description: 'The station from which it was made.' })
  @Sensitivity('OPERATIONAL', 'LOCATION')
  station!: Place;

  @Field(() => AssistanceSector, { nullable: true, description: 'The sector of the service.' })
  @Sensitivity('OPERATIONAL')
  sector!: AssistanceSector;

  @Field(() => PartialDate, { nullable: true, description: 'The day on which it was made.' })
  @Sensitivity('OPERATIONAL')
  referredOn!: string;

  @Field(() => ReferralOutcome, { nullable: true, description: 'What became of it.' })
  @Sensitivity('OPERATIONAL')
  outcome!: ReferralOutcome;

  @Field(() => Int, { nullable: true, description: 'How often the contributor wrote the record; needed to change it.' })
  @Sensitivity('OPERATIONAL')
  version!: number;

  @Field(() => [ContributionChange], { nullable: true, description: "Every change, for the contributor's own people." })
  @Sensitivity('PERSONAL', 'NONE')
  history!: ContributionChange[];
}

/** One page of referrals. */
export const ReferralConnection = connectionOf(() => Referral, 'Referral');
