import { CLIENT_KEY_DESCRIPTION } from '@pasarela/serve/domain/client-key';
import { PartialDate } from '@pasarela/serve/domain/scalars';
import { Field, Float, ID, InputType } from 'type-graphql';
import { InvestmentCurrency, InvestmentPurpose } from './community-investment';
import { WaterParameter } from './water-test';

/** A test of water that a party reports. */
@InputType({ description: 'A test of water that your party reports.' })
export class WaterTestInput {
  @Field(() => ID, { description: 'The community where the water was taken, by its code.' })
  site!: string;

  @Field(() => PartialDate, { description: 'The day on which it was taken; none that is to come.' })
  testedOn!: string;

  @Field(() => WaterParameter, { description: 'What was tested, with its unit.' })
  parameter!: WaterParameter;

  @Field(() => Float, { description: 'What was measured, 0 to 1,000,000,000.' })
  value!: number;

  @Field(() => Float, { nullable: true, description: 'The limit that your party applies, in the same unit.' })
  limit?: number | null;

  @Field(() => String, { description: CLIENT_KEY_DESCRIPTION })
  clientKey!: string;
}

/** An investment that a party reports. */
@InputType({ description: 'An investment in a community that your party reports.' })
export class CommunityInvestmentInput {
  @Field(() => ID, { description: 'The community, by its code.' })
  community!: string;

  @Field(() => InvestmentPurpose, { description: 'What it is for.' })
  purpose!: InvestmentPurpose;

  @Field(() => Float, { description: 'How much: above 0, to the hundredth, at most 10,000,000,000,000.' })
  amount!: number;

  @Field(() => InvestmentCurrency, { description: 'The currency of the amount.' })
  currency!: InvestmentCurrency;

  @Field(() => PartialDate, { description: 'The day on which it was committed; none that is to come.' })
  committedOn!: string;

  @Field(() => String, { description: CLIENT_KEY_DESCRIPTION })
  clientKey!: string;
}
