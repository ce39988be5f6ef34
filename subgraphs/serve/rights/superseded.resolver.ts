import { Arg, Args, type ClassType, Ctx, Resolver } from 'type-graphql';
import { PageArguments } from '../domain/connection';
import { Reads } from '../domain/labels';
import type { ServeContext } from '../domain/serve-context';
import { batchTypeOf, supersededTypeOf } from './batch-types';
import { OwnMutation, OwnQuery, questionName } from './own-field';
import type { RightsDefinition } from './rights-definition';
import { acknowledgeBatch, cursorOf, supersededRecords, toldBatches } from './superseded-records';

/** Makes the resolver with which past recipients hear what is superseded, and their owner sees whether they did. */
export function supersededResolver(definition: RightsDefinition): ClassType<object> {
  const { name, party } = definition;
  const supersededType = supersededTypeOf(definition);
  const batchType = batchTypeOf(definition);

  @Resolver()
  class SupersededResolver {
    @OwnQuery(() => [supersededType], {
      party,
      name: `${questionName(name)}SupersededRecords`,
      description:
        'Records that your agency received for the stated purpose and that are superseded, the oldest first: ask again or delete. Batches are made on Mondays at 06:00 UTC; nothing is told between.',
    })
    async superseded(@Args() page: PageArguments, @Ctx() context: ServeContext) {
      return (await supersededRecords(page, context)).map((row) => ({ ...row, cursor: cursorOf(row) }));
    }

    @OwnMutation(() => batchType, {
      party,
      name: `acknowledge${name}Superseded`,
      description: 'Says that your agency heard a batch; it is kept as evidence. Safe to retry.',
    })
    async acknowledge(
      @Arg('batch', () => String, { description: 'The day of the batch.' })
      @Reads(`${name}SupersededBatch.batch`)
      batch: string,
      @Ctx() context: ServeContext,
    ) {
      return acknowledgeBatch(batch, context);
    }

    @OwnQuery(() => [batchType], {
      party,
      name: `${questionName(name)}SupersededBatches`,
      description: 'What past recipients were told in weekly batches, and whether they heard it; the newest hundred.',
    })
    async batches(@Ctx() context: ServeContext) {
      return toldBatches(context);
    }
  }
  return SupersededResolver;
}
