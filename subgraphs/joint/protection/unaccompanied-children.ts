import { Count } from '@pasarela/serve/domain/count';
import { Owner, Reads, Sensitivity } from '@pasarela/serve/domain/labels';
import { ArgsType, Field, Float, Int, ObjectType } from 'type-graphql';

const TWO_GROUPS =
  'Unaccompanied children and separated children are two groups in one figure. Counting parties define them differently: never one series, no difference, no sum.';

/** The share of one age band in a figure. */
@ObjectType({ description: 'One age band of UNICEF (0-5, 6-12, 13-17), which nests in no band of other publishers.' })
@Owner('JOINT')
export class UnaccompaniedChildrenBand {
  @Field(() => String, { nullable: true, description: 'Years of age: 0-5, 6-12, 13-17.' })
  @Sensitivity('PUBLIC')
  ageBand!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'Percent of the figure, as printed; shares may not add to 100. Null where none is printed.',
  })
  @Sensitivity('PUBLIC')
  sharePercent!: number | null;

  @Field(() => Count, {
    nullable: true,
    description:
      'Children of the band. Only shares are printed, so NOT_PUBLISHED: nothing is computed from a rounded share.',
  })
  @Sensitivity('PUBLIC')
  count!: Count;
}

/** One counting party's figure of one quarter. */
@ObjectType({ description: `One counting party's figure of one quarter. ${TWO_GROUPS}` })
@Owner('JOINT')
export class UnaccompaniedChildrenQuarter {
  @Field(() => Int, { description: 'The year.' })
  @Sensitivity('PUBLIC')
  year!: number;

  @Field(() => String, { nullable: true, description: 'The quarter: 2024-Q1.' })
  @Sensitivity('PUBLIC')
  quarter!: string;

  @Field(() => Count, {
    nullable: true,
    description: 'Unaccompanied and separated children by one party; NOT_PUBLISHED in quarters of which none is held.',
  })
  @Sensitivity('PUBLIC')
  count!: Count;

  @Field(() => [UnaccompaniedChildrenBand], {
    nullable: true,
    description: 'By age band; empty for a party that publishes no bands.',
  })
  @Sensitivity('PUBLIC')
  bands!: UnaccompaniedChildrenBand[];
}

/** One counting party's figure of any other period. */
@ObjectType({ description: `One published figure of a period that is no quarter. ${TWO_GROUPS}` })
@Owner('JOINT')
export class UnaccompaniedChildrenFigure {
  @Field(() => String, { nullable: true, description: 'The period as printed: 2024-01..11.' })
  @Sensitivity('PUBLIC')
  period!: string;

  @Field(() => Count, { nullable: true, description: 'Unaccompanied and separated children by one party.' })
  @Sensitivity('PUBLIC')
  count!: Count;
}

/** Which years' quarters. */
@ArgsType()
export class UnaccompaniedChildrenArguments {
  @Field(() => Int, { description: 'The first year.' })
  @Reads('UnaccompaniedChildrenQuarter.year')
  from!: number;

  @Field(() => Int, { description: 'The last year, at most 49 after the first.' })
  @Reads('UnaccompaniedChildrenQuarter.year')
  to!: number;
}
