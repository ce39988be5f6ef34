import type { ConnectionPage } from '@pasarela/serve/domain/connection';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { readPage } from '@pasarela/serve/domain/read-page';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { CrossingRecord } from './crossing-record';
import { type CrossingRecordDocument, crossingRecordModel } from './crossing-record.model';
import { crossingRecordNode } from './crossing-record-node';
import { CrossingRecordArguments, CrossingRecordConnection, type CrossingRecordFilter } from './crossing-record-page';

/** Answers the synthetic crossing records, page by page. */
@Resolver(() => CrossingRecord)
export class CrossingRecordResolver {
  @Query(() => CrossingRecordConnection, {
    nullable: true,
    description: 'Registered crossings, a row a person. SYNTHETIC rows; never to be set beside published counts.',
  })
  @Owner('PAN')
  @Sensitivity('OPERATIONAL')
  async crossingRecords(
    @Args() page: CrossingRecordArguments,
    @Ctx() { connection, ids, existing }: ServeContext,
  ): Promise<ConnectionPage<CrossingRecord>> {
    return readPage(page, {
      type: 'CrossingRecord',
      ids,
      model: crossingRecordModel(connection),
      matching: [existing('CrossingRecord'), conditionsOf(page.filter)],
      nodeOf: (record) => crossingRecordNode(record, ids),
    });
  }
}

function conditionsOf(filter: CrossingRecordFilter | null | undefined): Partial<CrossingRecordDocument> {
  const given = Object.entries(filter ?? {}).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(given);
}
