import { Count } from '@pasarela/serve/domain/count';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { DarienFlowPeriod } from './darien-flow-period';
import { registeredEntries } from './read-registered-entries';

/** Adds Panama's own count to a period. */
@Resolver(() => DarienFlowPeriod)
export class DarienFlowPeriodResolver {
  @FieldResolver(() => Count, {
    nullable: true,
    description:
      "Panama's registered arrivals in the period, latest revision. A range of months is the sum of Panama's own months, and says so.",
  })
  @Owner('PAN')
  @Sensitivity('PUBLIC')
  async registeredEntries(@Root() { period }: DarienFlowPeriod, @Ctx() context: ServeContext): Promise<Count | null> {
    return context.loaders.for(registeredEntries(context.connection)).load(period);
  }
}
