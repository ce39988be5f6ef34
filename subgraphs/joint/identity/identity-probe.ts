import { Attribute, Owner, Records, Sensitivity } from '@pasarela/serve/domain/labels';
import { Field, ID, ObjectType } from 'type-graphql';
import { ProbeResult } from './probe-result';

/** One check that a party asked for, and its reply. */
@ObjectType({
  description:
    "One identity check of one's own party: whether another party enrolled a token of the target. SYNTHETIC: only invented people are enrolled. A hit is a lead, never proof of an identity, and a valid MRZ is none either.",
})
@Owner('JOINT')
@Records('CASE')
@Attribute('contributedBy', { as: 'OPERATIONAL', changes: false })
export class IdentityProbe {
  @Field(() => String, { description: 'The dataset that holds the record; it begins with SYNTHETIC.' })
  @Sensitivity('PUBLIC')
  dataset!: string;

  @Field(() => ID, { nullable: true, description: 'Under which the reply is fetched; for a day, then it is deleted.' })
  @Sensitivity('OPERATIONAL')
  ticket!: string | null;

  @Field(() => String, { nullable: true, description: 'The party that is asked.' })
  @Sensitivity('OPERATIONAL')
  askedParty!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'From when the reply can be had, an instant in ISO 8601: one for all checks of a batch, whatever came of them.',
  })
  @Sensitivity('OPERATIONAL')
  replyFrom!: string | null;

  @Field(() => ProbeResult, { nullable: true, description: 'What came of it.' })
  @Sensitivity('PERSONAL', 'NONE')
  result!: ProbeResult | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Opaque. Every check has one, always as long; that of an IS_HIT opens details once both parties approved, any other opens nothing.',
  })
  @Sensitivity('PERSONAL', 'NONE')
  hit!: string | null;
}
