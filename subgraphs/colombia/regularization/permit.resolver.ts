import type { RecordFilter } from '@pasarela/schema/access/conditions/record-filter';
import { type ConnectionPage, connectionOf } from '@pasarela/serve/domain/connection';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { readPage } from '@pasarela/serve/domain/read-page';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { Permit } from './permit';
import { permitModel } from './permit.model';
import { PermitArguments, type PermitFilter } from './permit-arguments';
import { permitNode } from './permit-node';

const PermitConnection = connectionOf(() => Permit, 'Permit');

/** The permits, page by page in the requester's own order. */
@Resolver()
export class PermitResolver {
  @Query(() => PermitConnection, { nullable: true, description: 'Permit records. SYNTHETIC.' })
  @Owner('COL')
  @Sensitivity('OPERATIONAL')
  permits(@Args() page: PermitArguments, @Ctx() context: ServeContext): Promise<ConnectionPage<Permit>> {
    return readPage(page, {
      type: 'Permit',
      ids: context.ids,
      model: permitModel(context.connection),
      matching: [context.existing('Permit'), conditionsOf(page.filter ?? {})],
      nodeOf: (row) => permitNode(row, context.ids),
    });
  }
}

function conditionsOf(filter: PermitFilter): RecordFilter {
  const given = Object.entries(filter).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(given);
}
