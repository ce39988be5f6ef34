import { Count } from '@pasarela/serve/domain/count';
import { Direction } from '@pasarela/serve/domain/direction';
import { ComputedFrom, Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { DarienReconciliation, darienReconciliation } from './darien-reconciliation';
import { MonthlyCrossings } from './monthly-crossings';
import { countOf } from './published-figure';
import { figuresBehind, registeredEntries } from './read-registered-entries';
import { YearlyCrossings } from './yearly-crossings';

/** Adds Panama's own count, and what stands behind it, to a reconciliation. */
@Resolver(() => DarienReconciliation)
export class DarienReconciliationResolver {
  @FieldResolver(() => Count, {
    nullable: true,
    description:
      "Panama's registered entries in the period, latest revision. A range of months is the sum of Panama's own months, and says so.",
  })
  @Owner('PAN')
  @Sensitivity('PUBLIC')
  async second(@Root() { period }: DarienReconciliation, @Ctx() context: ServeContext): Promise<Count | null> {
    return context.loaders.for(registeredEntries(context.connection)).load(period);
  }

  @FieldResolver(() => [Count], {
    nullable: true,
    description:
      "Every figure of Panama's that the period is made of, in each of its revisions, in the order of publication; empty where nothing is published.",
  })
  @ComputedFrom('second')
  @Owner('PAN')
  @Sensitivity('PUBLIC')
  async revisionsOfSecond(@Root() { period }: DarienReconciliation, @Ctx() context: ServeContext): Promise<Count[]> {
    const figures = await context.loaders.for(figuresBehind(context.connection)).load(period);
    return (figures ?? []).map(countOf);
  }
}

/** Leads from a month of Panama's own to what Colombia counts of it. */
@Resolver(() => MonthlyCrossings)
export class MonthlyReconciliationResolver {
  @FieldResolver(() => DarienReconciliation, {
    nullable: true,
    description:
      "The row's months beside Colombia's count of them; null for the way south, which Panama does not count.",
  })
  @Owner('PAN')
  @Sensitivity('PUBLIC')
  reconciliation(@Root() { month, throughMonth, direction }: MonthlyCrossings): DarienReconciliation | null {
    return northward(direction, [...new Set([month, throughMonth])].join('..'));
  }
}

/** Leads from a year of Panama's own to what Colombia counts of it. */
@Resolver(() => YearlyCrossings)
export class YearlyReconciliationResolver {
  @FieldResolver(() => DarienReconciliation, {
    nullable: true,
    description: "The year beside Colombia's count of it; null for the way south, which Panama does not count.",
  })
  @Owner('PAN')
  @Sensitivity('PUBLIC')
  reconciliation(@Root() { year, direction }: YearlyCrossings): DarienReconciliation | null {
    return northward(direction, String(year));
  }
}

const northward = (direction: Direction, period: string): DarienReconciliation | null =>
  direction === Direction.NORTH ? darienReconciliation(period) : null;
