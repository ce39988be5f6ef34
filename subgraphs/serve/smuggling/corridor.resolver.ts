import { type ClassType, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Count, CountUnit } from '../domain/count';
import { Owner, Sensitivity, Shareable } from '../domain/labels';
import type { ServeContext } from '../domain/serve-context';
import type { ReferenceResolver } from '../domain/subgraph-definition';
import { countsOf } from '../statistics/read-statistic';
import { type CaseOwner, rootOf } from './case-domain';
import { CASES_BY_CORRIDOR } from './case-tables';
import { CORRIDORS } from './corridor-code-list';
import type { OwnerTypes } from './owner-types';
import { type CorridorReference, corridorValues } from './smuggling-corridor';
import { syntheticCases } from './synthetic-case-provenance';

const LEFT_OUT =
  'Cases under handling code H2 or TLP RED, and those of a month that does not lie 90 days back, are left out;';
const DEFINITION =
  'SYNTHETIC cases that name the corridor. A case that names several is counted under each: never add them up.';

/** Makes the resolver of the corridors, and of what an owner of cases adds to each. */
export function corridorResolver(owner: CaseOwner, { Corridor }: OwnerTypes): ClassType<object> {
  @Resolver(() => Corridor)
  class CorridorResolver {
    @Query(() => [Corridor], {
      nullable: true,
      description: 'Every corridor of the code list, whether a case names it or not, always in the same order.',
    })
    @Shareable()
    @Owner('ANY')
    @Sensitivity('PUBLIC')
    smugglingCorridors(): CorridorReference[] {
      return [...CORRIDORS.values()].map((corridor) => Object.assign(new Corridor(), corridorValues(corridor)));
    }

    @FieldResolver(() => Count, {
      name: `${rootOf(owner)}Cases`,
      nullable: true,
      description: `Cases of ${owner.name} that name the corridor, rolled up. SYNTHETIC. Other parties are told the release in force, 90 days late: 1 to 4, and what would give such a cell away, is suppressed.`,
    })
    @Owner(owner.party)
    @Sensitivity('STATISTICAL')
    async cases(@Root() { code }: CorridorReference, @Ctx() context: ServeContext): Promise<Count | null> {
      const provenance = () => syntheticCases(owner, DEFINITION, { unit: CountUnit.CASES, leftOut: LEFT_OUT });
      const cases = await countsOf({ table: CASES_BY_CORRIDOR.name, crossing: [1], provenance }, context);
      return cases.get(code) ?? null;
    }
  }
  return CorridorResolver;
}

/** A corridor from its key; null when the code list does not hold it. */
export const corridorReference =
  ({ Corridor }: OwnerTypes): ReferenceResolver =>
  ({ code }) => {
    const corridor = typeof code === 'string' ? CORRIDORS.get(code) : undefined;
    return corridor ? Object.assign(new Corridor(), corridorValues(corridor)) : null;
  };
