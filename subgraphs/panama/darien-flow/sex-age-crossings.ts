import { Count } from '@pasarela/serve/domain/count';
import { Owner, Reads, Sensitivity } from '@pasarela/serve/domain/labels';
import { ArgsType, Field, Float, Int, ObjectType } from 'type-graphql';
import { SexAgeMeasure } from './sex-age-measure';

/** One published figure by sex or age. */
@ObjectType({
  description:
    'One published figure by sex or age, as printed, misprints included (see the note). ' +
    'There is no published table by nationality, sex and age.',
})
@Owner('PAN')
export class SexAgeCrossings {
  @Field(() => String, { nullable: true, description: 'The period as printed: 2023, 2024-01..11, 2024-Q1.' })
  @Sensitivity('PUBLIC')
  period!: string;

  @Field(() => SexAgeMeasure, { nullable: true, description: 'What is counted.' })
  @Sensitivity('PUBLIC')
  measure!: SexAgeMeasure;

  @Field(() => Count, { nullable: true, description: 'Persons; NOT_PUBLISHED where only a share was printed.' })
  @Sensitivity('PUBLIC')
  count!: Count;

  @Field(() => Float, {
    nullable: true,
    description: 'Percent, where the source prints a share and no number; the note of the count names the whole.',
  })
  @Sensitivity('PUBLIC')
  sharePercent!: number | null;
}

/** Which years. */
@ArgsType()
export class SexAgeArguments {
  @Field(() => Int, { description: 'The first year.' })
  @Reads('SexAgeCrossings.period')
  from!: number;

  @Field(() => Int, { description: 'The last year, at most 49 after the first.' })
  @Reads('SexAgeCrossings.period')
  to!: number;
}
