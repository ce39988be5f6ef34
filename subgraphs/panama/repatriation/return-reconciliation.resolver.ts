import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Ctx, Query, Resolver } from 'type-graphql';
import { readTotals } from './read-totals';
import { ReturnReconciliation, returnReconciliations } from './return-reconciliation';

/** Sets the totals of publishers that conflict side by side, in the shape of all reconciliations. */
@Resolver(() => ReturnReconciliation)
export class ReturnReconciliationResolver {
  @Query(() => [ReturnReconciliation], {
    nullable: true,
    description: 'Every two publishers whose totals of returned persons differ as of one month.',
  })
  @Owner('PAN')
  @Sensitivity('PUBLIC')
  async returnReconciliations(@Ctx() { connection }: ServeContext): Promise<ReturnReconciliation[]> {
    return returnReconciliations(await readTotals(connection));
  }
}
