import { Arg, type ClassType, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Owner, Sensitivity } from '../domain/labels';
import type { ServeContext } from '../domain/serve-context';
import { deskOf, ownStatistics } from './own-statistics';
import { releasesOf } from './read-release';
import { releaseNode, StatisticRelease } from './release-type';
import { type DomainStatistics, knownTable, rootOf } from './statistic-table';

/** A year of weekly releases: the list goes no further back. */
const MOST_LISTED = 53;

/** Makes the resolver of a domain's releases: which are in force, and the mutation that makes one out of turn. */
export function releaseResolver({ name, party }: Pick<DomainStatistics, 'name' | 'party'>): ClassType<object> {
  const list = `${rootOf({ name })}StatisticReleases`;

  @Resolver()
  class ReleaseResolver {
    @Query(() => [StatisticRelease], {
      name: list,
      nullable: true,
      description:
        'The releases of the tables of counts: those in force for other parties, and where more are asked for, the earlier ones.',
    })
    @Owner(party)
    @Sensitivity('STATISTICAL')
    async releases(
      @Arg('first', () => Int, {
        defaultValue: 1,
        description: 'How many of each table, the newest first; at most 53.',
      })
      first: number,
      @Ctx() context: ServeContext,
    ): Promise<StatisticRelease[]> {
      const desk = deskOf(context);
      await desk.settle();
      const most = Math.min(Math.max(first, 1), MOST_LISTED);
      const found = desk.statistics.tables.map(({ name: table }) => releasesOf(table, context.connection, most));
      return (await Promise.all(found)).flat().map(releaseNode);
    }

    @Mutation(() => StatisticRelease, {
      name: `make${name}StatisticRelease`,
      nullable: true,
      description: "Makes a table's next release now. Safe to retry: a number that was made is given again.",
    })
    @Owner(party)
    @Sensitivity('OPERATIONAL')
    async make(
      @Arg('table', () => String, { description: 'The table.' }) table: string,
      @Arg('number', () => Int, { description: 'The number of the release to make: one more than that in force.' })
      number: number,
      @Ctx() context: ServeContext,
    ): Promise<StatisticRelease> {
      const desk = ownStatistics(context);
      return releaseNode(await desk.makeNumber(knownTable(desk.statistics, table), number));
    }
  }
  return ReleaseResolver;
}
