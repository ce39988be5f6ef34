import { Count } from '@pasarela/serve/domain/count';
import { ComputedFrom, Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Comparability } from '@pasarela/serve/reconciliation/comparability';
import { KnownReason } from '@pasarela/serve/reconciliation/known-reason';
import { SignedDifference, signedDifference } from '@pasarela/serve/reconciliation/signed-difference';
import { Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { reasonsBetween } from './darien-reasons';
import { DarienReconciliation, darienReconciliation } from './darien-reconciliation';
import { countOf, notPublished } from './departure-figure';
import { DepartureSeries } from './departure-series';
import { mirrorPeriodsHeld, widestFigure } from './mirror-figures';

const NOT_HELD = 'No Colombian body has published a figure of exactly this period that is held; it is no zero.';

/** Sets Colombia's count beside Panama's in the shape that all reconciliations have. */
@Resolver(() => DarienReconciliation)
export class DarienReconciliationResolver {
  @Query(() => [DarienReconciliation], {
    nullable: true,
    description: 'The periods of which both states hold a count of the flow through the Darién, each with both counts.',
  })
  @Owner('COL')
  @Sensitivity('PUBLIC')
  async darienReconciliations(@Ctx() { connection }: ServeContext): Promise<DarienReconciliation[]> {
    return (await mirrorPeriodsHeld(connection)).map((period) => darienReconciliation(period));
  }

  @FieldResolver(() => Comparability, {
    nullable: true,
    description: 'SAME_FLOW: one movement of people, counted by two definitions.',
  })
  @Owner('COL')
  @Sensitivity('PUBLIC')
  comparability(): Comparability {
    return Comparability.SAME_FLOW;
  }

  @FieldResolver(() => Count, {
    nullable: true,
    description:
      "Colombia's detections in the period: of the widest scope that is held, which the definition names. NOT_PUBLISHED where none is.",
  })
  @Owner('COL')
  @Sensitivity('PUBLIC')
  async first(@Root() { period }: DarienReconciliation, @Ctx() context: ServeContext): Promise<Count> {
    const figure = await widestFigure(period, context);
    return figure ? countOf(figure) : notPublished(DepartureSeries.MIGRACION_COLOMBIA, period, NOT_HELD);
  }

  @FieldResolver(() => DepartureSeries, {
    nullable: true,
    description: 'The Colombian body whose count is the first; null where none is held.',
  })
  @Owner('COL')
  @Sensitivity('PUBLIC')
  async firstSeries(
    @Root() { period }: DarienReconciliation,
    @Ctx() context: ServeContext,
  ): Promise<DepartureSeries | null> {
    return (await widestFigure(period, context))?.series ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What the first covers of the border region: whole Urabá-Darién, or of which Necoclí and Turbo.',
  })
  @Owner('COL')
  @Sensitivity('PUBLIC')
  async firstScope(@Root() { period }: DarienReconciliation, @Ctx() context: ServeContext): Promise<string | null> {
    return (await widestFigure(period, context))?.scope ?? null;
  }

  @FieldResolver(() => [Count], {
    nullable: true,
    description: 'The only publication of it that is held; empty where none is. Colombia has revised none of them yet.',
  })
  @ComputedFrom('first')
  @Owner('COL')
  @Sensitivity('PUBLIC')
  async revisionsOfFirst(@Root() { period }: DarienReconciliation, @Ctx() context: ServeContext): Promise<Count[]> {
    const figure = await widestFigure(period, context);
    return figure ? [countOf(figure)] : [];
  }

  @FieldResolver(() => SignedDifference, {
    nullable: true,
    description: "Colombia's count minus Panama's. Withheld from whoever may not see both.",
  })
  @Directive('@requires(fields: "second { value state }")')
  @ComputedFrom('first second')
  @Owner('COL')
  @Sensitivity('PUBLIC')
  async difference(
    @Root() { period, second }: DarienReconciliation,
    @Ctx() context: ServeContext,
  ): Promise<SignedDifference> {
    const first = await this.first({ period } as DarienReconciliation, context);
    return signedDifference({ first, second, comparability: Comparability.SAME_FLOW });
  }

  @FieldResolver(() => [KnownReason], {
    nullable: true,
    description: "Why Colombia's count and Panama's differ; empty where Colombia holds none.",
  })
  @Owner('COL')
  @Sensitivity('PUBLIC')
  async knownReasons(@Root() { period }: DarienReconciliation, @Ctx() context: ServeContext): Promise<KnownReason[]> {
    return reasonsBetween(await widestFigure(period, context));
  }
}
