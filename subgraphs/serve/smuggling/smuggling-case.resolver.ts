import type { RecordFilter } from '@pasarela/schema/access/conditions/record-filter';
import { Args, type ClassType, Ctx, Query, Resolver } from 'type-graphql';
import { type ConnectionPage, connectionOf } from '../domain/connection';
import { Owner, Sensitivity } from '../domain/labels';
import { readPage } from '../domain/read-page';
import type { ServeContext } from '../domain/serve-context';
import { type CaseOwner, caseTypeName, rootOf } from './case-domain';
import type { OwnerTypes } from './owner-types';
import type { SmugglingCase } from './smuggling-case';
import { smugglingCaseModel } from './smuggling-case.model';
import type { CaseByOpaqueId } from './smuggling-case.reference';
import {
  caseKeyArguments,
  casePageArguments,
  type SmugglingCaseFilter,
  type SmugglingCasePage,
} from './smuggling-case-arguments';
import type { CaseNodeOf } from './smuggling-case-node';

/** The stored path that each input of the filter reads. */
const PATHS = {
  status: 'status',
  iccsCode: 'iccsCodes',
  routeFrom: 'routes.from',
  openedMonth: 'openedMonth',
} as const satisfies Record<keyof SmugglingCaseFilter, string>;

/** What an owner's cases are answered with. */
export interface CaseAnswers {
  readonly types: OwnerTypes;
  readonly nodeOf: CaseNodeOf;
  readonly byOpaqueId: CaseByOpaqueId;
}

/** Makes the resolver of an owner's cases: page by page in the requester's own order, or one by its opaque id. */
export function smugglingCaseResolver(owner: CaseOwner, { types, nodeOf, byOpaqueId }: CaseAnswers): ClassType<object> {
  const type = caseTypeName(owner);
  const connection = connectionOf(() => types.Case, type);
  const [pageArguments, keyArguments] = [casePageArguments(owner), caseKeyArguments(owner)];

  @Resolver()
  class SmugglingCaseResolver {
    @Query(() => connection, {
      name: `${rootOf(owner)}SmugglingCases`,
      nullable: true,
      description: `Smuggling cases of ${owner.name}. SYNTHETIC.`,
    })
    @Owner(owner.party)
    @Sensitivity('OPERATIONAL')
    cases(
      @Args(() => pageArguments) page: SmugglingCasePage,
      @Ctx() context: ServeContext,
    ): Promise<ConnectionPage<SmugglingCase>> {
      return readPage(page, {
        type,
        ids: context.ids,
        model: smugglingCaseModel(context.connection, owner),
        matching: [context.existing(type), conditionsOf(page.filter ?? {})],
        nodeOf: (row) => nodeOf(row, context),
      });
    }

    @Query(() => types.Case, {
      name: `${rootOf(owner)}SmugglingCase`,
      nullable: true,
      description: `One case of ${owner.name}; null is the same as what does not exist.`,
    })
    @Owner(owner.party)
    @Sensitivity('OPERATIONAL')
    one(@Args(() => keyArguments) { id }: { id: string }, @Ctx() context: ServeContext): Promise<SmugglingCase | null> {
      return byOpaqueId(id, context);
    }
  }
  return SmugglingCaseResolver;
}

function conditionsOf(filter: SmugglingCaseFilter): RecordFilter {
  const given = Object.entries(PATHS).map(([input, path]) => [path, filter[input as keyof SmugglingCaseFilter]]);
  return Object.fromEntries(given.filter(([, value]) => value !== null && value !== undefined));
}
