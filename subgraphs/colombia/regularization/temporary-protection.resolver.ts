import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { FunnelFigure, type FunnelStage } from './funnel-figure';
import { PopulationArguments, PopulationFigure, type PopulationMeasure } from './population-figure';
import { countOf, readSeries } from './published-series';

/** The published figures of the temporary protection statute (ETPV) and of the population. */
@Resolver()
export class TemporaryProtectionResolver {
  @Query(() => [FunnelFigure], {
    nullable: true,
    description:
      'Published figures from register (RUMV) to permit (PPT), by date. Dates of different publishers are not one series.',
  })
  @Owner('COL')
  @Sensitivity('PUBLIC')
  async temporaryProtectionFunnel(@Ctx() context: ServeContext): Promise<FunnelFigure[]> {
    const rows = await readSeries(context, 'FUNNEL');
    return rows.map((row) =>
      Object.assign(new FunnelFigure(), { stage: row.measure as FunnelStage, asOf: row.asOf, count: countOf(row) }),
    );
  }

  @Query(() => [PopulationFigure], {
    nullable: true,
    description: 'Published figures of Venezuelans in Colombia, by date.',
  })
  @Owner('COL')
  @Sensitivity('PUBLIC')
  async venezuelanPopulation(
    @Args() { asOf }: PopulationArguments,
    @Ctx() context: ServeContext,
  ): Promise<PopulationFigure[]> {
    const rows = await readSeries(context, 'POPULATION');
    return rows
      .filter((row) => row.asOf.startsWith(asOf ?? ''))
      .map((row) =>
        Object.assign(new PopulationFigure(), {
          measure: row.measure as PopulationMeasure,
          asOf: row.asOf,
          count: countOf(row),
        }),
      );
  }
}
