import { batchPerConnection } from '@pasarela/serve/domain/batch-per-connection';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { DarienFlowPeriod } from './darien-flow-period';
import { DepartureCount, departureCountOf } from './departure-count';
import type { DepartureFigure } from './departure-figure';
import { departureFigureModel } from './departure-figure.model';
import { SCOPE } from './departure-series';
import { MirrorDifference, mirrorDifference } from './mirror-difference';

const figuresOfPeriods = batchPerConnection<string, DepartureFigure[]>((connection) => async (periods) => {
  const figures = await departureFigureModel(connection)
    .find({ mirrorPeriod: { $in: [...periods] } })
    .sort({ sequence: 1 })
    .lean<DepartureFigure[]>();
  return periods.map((period) => figures.filter(({ mirrorPeriod }) => mirrorPeriod === period));
});

/** Sets Colombia's counts beside Panama's, period by period. */
@Resolver(() => DarienFlowPeriod)
export class DarienFlowPeriodResolver {
  @Query(() => [DarienFlowPeriod], {
    nullable: true,
    description: "The periods for which Colombia holds a count that can stand beside Panama's.",
  })
  @Owner('COL')
  @Sensitivity('PUBLIC')
  async mirrorPeriods(@Ctx() { connection }: ServeContext): Promise<DarienFlowPeriod[]> {
    const figures = await departureFigureModel(connection)
      .find({ mirrorPeriod: { $ne: null } })
      .sort({ sequence: 1 })
      .lean<DepartureFigure[]>();
    const periods = new Set(figures.map(({ mirrorPeriod }) => mirrorPeriod));
    return [...periods].map((period) => Object.assign(new DarienFlowPeriod(), { period }));
  }

  @FieldResolver(() => [DepartureCount], {
    nullable: true,
    description: "Every Colombian count of the period, side by side: never summed, nor added to Panama's.",
  })
  @Owner('COL')
  @Sensitivity('PUBLIC')
  async departures(@Root() { period }: DarienFlowPeriod, @Ctx() context: ServeContext): Promise<DepartureCount[]> {
    const figures = await context.loaders.for(figuresOfPeriods(context.connection)).load(period);
    return (figures ?? []).map(departureCountOf);
  }

  @FieldResolver(() => MirrorDifference, {
    nullable: true,
    description: "Colombia's count minus Panama's: the widest Colombian scope that is held for the period.",
  })
  @Directive('@requires(fields: "registeredEntries { value state }")')
  @Owner('COL')
  @Sensitivity('PUBLIC')
  async difference(
    @Root() { period, registeredEntries }: DarienFlowPeriod,
    @Ctx() context: ServeContext,
  ): Promise<MirrorDifference> {
    const figures = (await context.loaders.for(figuresOfPeriods(context.connection)).load(period)) ?? [];
    const everyone = figures.filter(({ nationality, sexAgeGroup }) => nationality === null && sexAgeGroup === null);
    const widest = everyone.find(({ scope }) => scope === SCOPE.WHOLE) ?? everyone[0];
    return mirrorDifference(widest, registeredEntries ?? null);
  }
}
