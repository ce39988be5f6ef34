import { type ConnectionPage, readPage } from '@pasarela/serve/domain/connection';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { CrossingRecord } from './crossing-record';
import { type CrossingRecordDocument, crossingRecordModel } from './crossing-record.model';
import { CrossingRecordArguments, CrossingRecordConnection, type CrossingRecordFilter } from './crossing-record-page';
import { nationalityOf } from './nationality';
import { placeOf } from './place';

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
    @Ctx() { connection, ids, purpose }: ServeContext,
  ): Promise<ConnectionPage<CrossingRecord>> {
    const conditions = { ...existingUnder(purpose), ...conditionsOf(page.filter) };
    return readPage<CrossingRecordDocument, CrossingRecord>(page, {
      type: 'CrossingRecord',
      ids,
      read: ({ afterKey, limit }) =>
        crossingRecordModel(connection)
          .find({ ...conditions, ...(afterKey === null ? {} : { _id: { $gt: afterKey } }) })
          .sort({ _id: 1 })
          .limit(limit)
          .lean<CrossingRecordDocument[]>(),
      keyOf: ({ _id }) => _id,
      nodeOf: (record) => nodeOf(record, ids),
    });
  }
}

// INVARIANT: under CHILD_PROTECTION adults do not exist.
function existingUnder(purpose: ServeContext['purpose']): Partial<CrossingRecordDocument> {
  return purpose === 'CHILD_PROTECTION' ? { minorAtCrossing: true } : {};
}

function conditionsOf(filter: CrossingRecordFilter | null | undefined): Partial<CrossingRecordDocument> {
  const given = Object.entries(filter ?? {}).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(given);
}

function nodeOf(
  { _id, nationality, entryPoint, station, minorAtCrossing: _minor, ...record }: CrossingRecordDocument,
  ids: ServeContext['ids'],
): CrossingRecord {
  return Object.assign(new CrossingRecord(), {
    ...record,
    id: ids.seal('CrossingRecord', _id),
    nationality: nationalityOf(nationality),
    entryPoint: placeOf(entryPoint),
    station: placeOf(station),
  });
}
