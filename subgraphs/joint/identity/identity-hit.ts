import { Attribute, Owner, Records, Sensitivity } from '@pasarela/serve/domain/labels';
import { PersonKey } from '@pasarela/serve/domain/scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

/** On which side of a hit a party stands. */
export enum HitSide {
  ASKING = 'ASKING',
  ASKED = 'ASKED',
}
registerEnumType(HitSide, {
  name: 'IdentityHitSide',
  description: 'ASKING: the check is yours. ASKED: the person is.',
});

/** Whose approval a hit waits for. */
export enum HitState {
  WAITS_FOR_YOU = 'WAITS_FOR_YOU',
  WAITS_FOR_PARTNER = 'WAITS_FOR_PARTNER',
  APPROVED = 'APPROVED',
}
registerEnumType(HitState, {
  name: 'IdentityHitState',
  description:
    'Whose approval a hit waits for. That a partner declined is not told: it goes on waiting, and then expires.',
});

/** One hit as one of its two parties sees it. */
@ObjectType({
  description:
    "A hit that needs the approvals of both parties before any detail is given, as one's own party sees it. It expires, approved or not.",
})
@Owner('JOINT')
@Records('CASE')
@Attribute('contributedBy', { as: 'OPERATIONAL', changes: false })
export class IdentityHit {
  @Field(() => String, { description: 'The dataset that holds the record; it begins with SYNTHETIC.' })
  @Sensitivity('PUBLIC')
  dataset!: string;

  @Field(() => ID, { nullable: true, description: 'Names the hit.' })
  @Sensitivity('OPERATIONAL')
  hit!: string | null;

  @Field(() => HitSide, { nullable: true, description: 'On which side your party stands.' })
  @Sensitivity('OPERATIONAL')
  side!: HitSide | null;

  @Field(() => HitState, { nullable: true, description: 'Whose approval it waits for.' })
  @Sensitivity('OPERATIONAL')
  state!: HitState | null;

  @Field(() => String, { nullable: true, description: 'The other party.' })
  @Sensitivity('OPERATIONAL')
  partner!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The case that the check serves, in the words of the asking party, which it tells by asking.',
  })
  @Sensitivity('OPERATIONAL')
  caseReference!: string | null;

  @Field(() => String, { nullable: true, description: 'For what the check was made.' })
  @Sensitivity('OPERATIONAL')
  purpose!: string | null;

  @Field(() => PersonKey, {
    nullable: true,
    description: "ASKED: your party's own reference of the person towards this partner. ASKING: blank.",
  })
  @Sensitivity('PERSONAL', 'NONE')
  subject!: string | null;

  @Field(() => String, { nullable: true, description: 'Since when it waits, an instant in ISO 8601.' })
  @Sensitivity('OPERATIONAL')
  since!: string | null;

  @Field(() => String, { nullable: true, description: 'When it is deleted, an instant in ISO 8601.' })
  @Sensitivity('OPERATIONAL')
  until!: string | null;

  @Field(() => Int, { nullable: true, description: 'Goes up with each change.' })
  @Sensitivity('OPERATIONAL')
  version!: number | null;

  @Field(() => String, { nullable: true, description: 'What to do, in English.' })
  @Sensitivity('OPERATIONAL')
  whatToDoEn!: string | null;

  @Field(() => String, { nullable: true, description: 'What to do, in Spanish.' })
  @Sensitivity('OPERATIONAL')
  whatToDoEs!: string | null;
}
