import type { RecordFilter } from '@pasarela/schema/access/conditions/record-filter';
import { type ConnectionPage, connectionOf } from '@pasarela/serve/domain/connection';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { readPage } from '@pasarela/serve/domain/read-page';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { SmugglingCase } from './smuggling-case';
import { smugglingCaseModel } from './smuggling-case.model';
import { caseByOpaqueId } from './smuggling-case.reference';
import { SmugglingCaseArguments, type SmugglingCaseFilter, SmugglingCaseKey } from './smuggling-case-arguments';
import { smugglingCaseNode } from './smuggling-case-node';

const SmugglingCaseConnection = connectionOf(() => SmugglingCase, 'SmugglingCase');

/** The stored path that each input of the filter reads. */
const PATHS = {
  status: 'status',
  iccsCode: 'iccsCodes',
  corridorFrom: 'corridor.from',
  openedMonth: 'openedMonth',
} as const satisfies Record<keyof SmugglingCaseFilter, string>;

/** The cases, page by page in the requester's own order, or one by its opaque id. */
@Resolver()
export class SmugglingCaseResolver {
  @Query(() => SmugglingCaseConnection, { nullable: true, description: 'Smuggling cases. SYNTHETIC.' })
  @Owner('USA')
  @Sensitivity('OPERATIONAL')
  smugglingCases(
    @Args() page: SmugglingCaseArguments,
    @Ctx() context: ServeContext,
  ): Promise<ConnectionPage<SmugglingCase>> {
    return readPage(page, {
      type: 'SmugglingCase',
      ids: context.ids,
      model: smugglingCaseModel(context.connection),
      matching: [context.existing('SmugglingCase'), conditionsOf(page.filter ?? {})],
      nodeOf: (row) => smugglingCaseNode(row, context),
    });
  }

  @Query(() => SmugglingCase, { nullable: true, description: 'One case; null is the same as what does not exist.' })
  @Owner('USA')
  @Sensitivity('OPERATIONAL')
  smugglingCase(@Args() { id }: SmugglingCaseKey, @Ctx() context: ServeContext): Promise<SmugglingCase | null> {
    return caseByOpaqueId(id, context);
  }
}

function conditionsOf(filter: SmugglingCaseFilter): RecordFilter {
  const given = Object.entries(PATHS).map(([input, path]) => [path, filter[input as keyof SmugglingCaseFilter]]);
  return Object.fromEntries(given.filter(([, value]) => value !== null && value !== undefined));
}
