import { Count } from '@pasarela/serve/domain/count';
import { Owner, Reads, Sensitivity } from '@pasarela/serve/domain/labels';
import { PartialDate } from '@pasarela/serve/domain/scalars';
import { ArgsType, Field, ObjectType, registerEnumType } from 'type-graphql';

/** Which group of Venezuelans in Colombia a figure counts. */
export enum PopulationMeasure {
  IN_COLOMBIA = 'IN_COLOMBIA',
  REGISTERED = 'REGISTERED',
  IN_REGULAR_STATUS = 'IN_REGULAR_STATUS',
  IN_IRREGULAR_STATUS = 'IN_IRREGULAR_STATUS',
  IN_IRREGULAR_STATUS_WITH_PEP_NOT_IN_RUMV = 'IN_IRREGULAR_STATUS_WITH_PEP_NOT_IN_RUMV',
  REGULAR_ENTRY_WITHIN_STAY = 'REGULAR_ENTRY_WITHIN_STAY',
  WITH_FOREIGNERS_IDENTITY_CARD = 'WITH_FOREIGNERS_IDENTITY_CARD',
  IN_BOGOTA = 'IN_BOGOTA',
}
registerEnumType(PopulationMeasure, {
  name: 'PopulationMeasure',
  description:
    'Which group of Venezuelans in Colombia a figure counts. "Irregular" describes entry or stay, never a person.',
});

/** One published figure of the Venezuelan population at one date. */
@ObjectType({ description: 'One published figure of Venezuelans in Colombia, at one date.' })
@Owner('COL')
export class PopulationFigure {
  @Field(() => PopulationMeasure, { description: 'Which group the figure counts.' })
  @Sensitivity('PUBLIC')
  measure!: PopulationMeasure;

  @Field(() => PartialDate, { description: 'The date as of which the figure was held.' })
  @Sensitivity('PUBLIC')
  asOf!: string;

  @Field(() => Count, { description: 'The figure with its caution.' })
  @Sensitivity('PUBLIC')
  count!: Count;
}

/** Narrows the population figures to a date. */
@ArgsType()
export class PopulationArguments {
  @Field(() => PartialDate, { nullable: true, description: 'A day, month or year; every figure held as of it.' })
  @Reads('PopulationFigure.asOf')
  asOf?: string | null;
}
