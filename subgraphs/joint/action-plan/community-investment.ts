import { Attribute, Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { PartialDate } from '@pasarela/serve/domain/scalars';
import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { HeldState } from './held-state';
import { Place } from './place';

/** What an investment in a community is for. */
export enum InvestmentPurpose {
  WATER_AND_SANITATION = 'WATER_AND_SANITATION',
  WASTE = 'WASTE',
  HEALTH = 'HEALTH',
  EDUCATION = 'EDUCATION',
  ROADS_AND_RIVERS = 'ROADS_AND_RIVERS',
  LIVELIHOODS = 'LIVELIHOODS',
}
registerEnumType(InvestmentPurpose, { name: 'InvestmentPurpose', description: 'What an investment is for.' });

/** The currency of an amount. */
export enum InvestmentCurrency {
  USD = 'USD',
  COP = 'COP',
}
registerEnumType(InvestmentCurrency, {
  name: 'InvestmentCurrency',
  description: 'ISO 4217. Amounts of two currencies are never converted or added.',
});

/** An investment in a community, or the row that says that none is held. */
@ObjectType({
  description:
    "An investment in a community on the way, or one row that says that none is held (UNKNOWN). The amount is its party's.",
})
@Owner('JOINT')
@Attribute('contributedBy', { as: 'PUBLIC', changes: false })
export class CommunityInvestment {
  @Field(() => HeldState, { description: 'VALUE for an investment that was reported; UNKNOWN where none is held.' })
  @Sensitivity('PUBLIC')
  state!: HeldState;

  @Field(() => Place, { description: 'The community.' })
  @Sensitivity('PUBLIC')
  community!: Place;

  @Field(() => String, {
    description: 'The party that reported it; where none is held, the party in whose country the community lies.',
  })
  @Sensitivity('PUBLIC')
  contributedBy!: string;

  @Field(() => String, { description: 'The dataset.' })
  @Sensitivity('PUBLIC')
  dataset!: string;

  @Field(() => InvestmentPurpose, { nullable: true, description: 'What it is for.' })
  @Sensitivity('OPERATIONAL')
  purpose!: InvestmentPurpose | null;

  @Field(() => Float, { nullable: true, description: 'How much, in the currency, to the hundredth.' })
  @Sensitivity('OPERATIONAL')
  amount!: number | null;

  @Field(() => InvestmentCurrency, { nullable: true, description: 'The currency of the amount.' })
  @Sensitivity('OPERATIONAL')
  currency!: InvestmentCurrency | null;

  @Field(() => PartialDate, { nullable: true, description: 'The day on which it was committed.' })
  @Sensitivity('OPERATIONAL')
  committedOn!: string | null;
}
