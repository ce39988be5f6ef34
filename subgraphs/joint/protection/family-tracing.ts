import { connectionOf } from '@pasarela/serve/domain/connection';
import { Attribute, Owner, Records, Sensitivity } from '@pasarela/serve/domain/labels';
import { PartialDate } from '@pasarela/serve/domain/scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Contributed } from './contributed';

/** How far family tracing has come. */
export enum FamilyTracingState {
  OPEN = 'OPEN',
  CONTACT_RESTORED = 'CONTACT_RESTORED',
  CLOSED_WITHOUT_CONTACT = 'CLOSED_WITHOUT_CONTACT',
}
registerEnumType(FamilyTracingState, {
  name: 'FamilyTracingState',
  description: 'OPEN, CONTACT_RESTORED, or CLOSED_WITHOUT_CONTACT.',
});

/** One restricted referral for family tracing. */
@ObjectType({
  description:
    'One referral for family tracing. It exists for its contributor and the addressed organisation alone, for protection and child protection alone, and holds no identity: the two organisations speak about the family outside the exchange.',
})
@Owner('JOINT')
@Records('PERSON')
@Attribute('contributedBy', { as: 'OPERATIONAL', changes: false })
@Attribute('addressedTo', { as: 'SENSITIVE', changes: false })
@Attribute('minor', { path: 'concernsChild', type: 'BOOLEAN', as: 'SENSITIVE' })
export class FamilyTracingReferral extends Contributed {
  @Field(() => String, { nullable: true, description: 'The party that is asked to trace.' })
  @Sensitivity('SENSITIVE', 'NONE')
  addressedTo!: string;

  @Field(() => PartialDate, { nullable: true, description: 'The day on which it was opened.' })
  @Sensitivity('SENSITIVE', 'NONE')
  openedOn!: string;

  @Field(() => FamilyTracingState, { nullable: true, description: 'How far it has come.' })
  @Sensitivity('SENSITIVE', 'NONE')
  state!: FamilyTracingState;

  @Field(() => Boolean, { nullable: true, description: 'Whether a child looks for the family, or is looked for.' })
  @Sensitivity('SENSITIVE', 'CHILD')
  concernsChild!: boolean;
}

/** One page of referrals for family tracing. */
export const FamilyTracingReferralConnection = connectionOf(() => FamilyTracingReferral, 'FamilyTracingReferral');
