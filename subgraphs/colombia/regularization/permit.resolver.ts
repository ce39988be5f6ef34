import { every } from '@pasarela/schema/access/conditions/record-filter';
import { type ConnectionPage, connectionOf, readPage } from '@pasarela/serve/domain/connection';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import type { QueryFilter } from 'mongoose';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { Permit } from './permit';
import { type PermitRow, permitModel } from './permit.model';
import { PermitArguments, type PermitFilter } from './permit-arguments';
import { permitNode } from './permit-node';

const PermitConnection = connectionOf(() => Permit, 'Permit');

/** The permits, page by page in the order of their internal ids. */
@Resolver()
export class PermitResolver {
  @Query(() => PermitConnection, { nullable: true, description: 'Permit records. SYNTHETIC.' })
  @Owner('COL')
  @Sensitivity('OPERATIONAL')
  permits(@Args() page: PermitArguments, @Ctx() context: ServeContext): Promise<ConnectionPage<Permit>> {
    const permits = permitModel(context.connection);
    const matching = [context.existing('Permit'), conditionsOf(page.filter ?? {})];
    return readPage<PermitRow, Permit>(page, {
      type: 'Permit',
      ids: context.ids,
      read: ({ afterKey, limit }) =>
        permits
          .find(every([...matching, ...(afterKey === null ? [] : [{ _id: { $gt: afterKey } }])]))
          .sort({ _id: 1 })
          .limit(limit)
          .lean<PermitRow[]>(),
      keyOf: (row) => row._id,
      nodeOf: (row) => permitNode(row, context.ids),
    });
  }
}

function conditionsOf(filter: PermitFilter): QueryFilter<PermitRow> {
  const given = Object.entries(filter).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(given);
}
