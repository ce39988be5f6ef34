import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { yearsBetween } from './calendar';
import { countOf } from './published-figure';
import { readFigures } from './read-figures';
import { SexAgeArguments, SexAgeCrossings } from './sex-age-crossings';

/** Answers the published figures by sex and age. */
@Resolver(() => SexAgeCrossings)
export class SexAgeCrossingsResolver {
  @Query(() => [SexAgeCrossings], {
    nullable: true,
    description:
      'Published figures by sex and age, whose periods begin in these years. Periods overlap and publishers differ: ' +
      'never add them. SNM publishes sex by month and adults and minors by month, but no table by nationality, sex and age.',
  })
  @Owner('PAN')
  @Sensitivity('PUBLIC')
  async darienCrossingsBySexAndAge(
    @Args() { from, to }: SexAgeArguments,
    @Ctx() context: ServeContext,
  ): Promise<SexAgeCrossings[]> {
    const years = yearsBetween(from, to);
    const figures = await readFigures(context.connection, {
      series: 'SEX_AND_AGE',
      from: years[0] as string,
      to: years.at(-1) as string,
    });
    return figures.map((figure) =>
      Object.assign(new SexAgeCrossings(), {
        period: figure.period,
        measure: figure.group,
        count: countOf(figure),
        sharePercent: figure.sharePercent,
      }),
    );
  }
}
