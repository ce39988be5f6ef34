import { ComputedFrom, Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { DarienFlowPeriod } from './darien-flow-period';
import { DarienReconciliation, darienReconciliation } from './darien-reconciliation';
import { DepartureCount, departureCountOf } from './departure-count';
import { MirrorDifference, mirrorDifference } from './mirror-difference';
import { mirrorFigures, mirrorPeriodsHeld, widestFigure } from './mirror-figures';

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
    const periods = await mirrorPeriodsHeld(connection);
    return periods.map((period) => Object.assign(new DarienFlowPeriod(), { period }));
  }

  @FieldResolver(() => [DepartureCount], {
    nullable: true,
    description: "Every Colombian count of the period, side by side: never summed, nor added to Panama's.",
  })
  @Owner('COL')
  @Sensitivity('PUBLIC')
  async departures(@Root() { period }: DarienFlowPeriod, @Ctx() context: ServeContext): Promise<DepartureCount[]> {
    return (await mirrorFigures(period, context)).map(departureCountOf);
  }

  @FieldResolver(() => MirrorDifference, {
    nullable: true,
    description: "Colombia's count minus Panama's: the widest Colombian scope that is held for the period.",
  })
  @Directive('@requires(fields: "registeredEntries { value state }")')
  @ComputedFrom('departures { count }')
  @Owner('COL')
  @Sensitivity('PUBLIC')
  async difference(
    @Root() { period, registeredEntries }: DarienFlowPeriod,
    @Ctx() context: ServeContext,
  ): Promise<MirrorDifference> {
    return mirrorDifference(await widestFigure(period, context), registeredEntries ?? null);
  }

  @FieldResolver(() => DarienReconciliation, {
    nullable: true,
    description: 'The same two counts in the shape of all reconciliations, with revisions and reasons.',
  })
  @Owner('COL')
  @Sensitivity('PUBLIC')
  reconciliation(@Root() { period }: DarienFlowPeriod): DarienReconciliation {
    return darienReconciliation(period);
  }
}
