import { batchPerConnection } from '@pasarela/serve/domain/batch-per-connection';
import { Direction } from '@pasarela/serve/domain/direction';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { yearsBetween } from './calendar';
import { type Absence, cellOf, cellsOf, NationalityCrossings } from './nationality-crossings';
import { YEAR_GROUPS } from './nationality-groups';
import { countOf, notPublished, type PublishedFigure } from './published-figure';
import { YEAR_TABLE } from './published-years';
import { readFigures, readFiguresOf } from './read-figures';
import { YearlyCrossings, YearsArguments } from './yearly-crossings';

const SOUTHWARD = 'Panama publishes no southward count; Colombia counts that flow (urabaDepartures).';
const NO_TOTAL = 'No source that is held gives this year.';
const NO_CELL = 'Not printed for the whole year; a blank cell is no zero. Parts of years stand in otherPublications.';

const tables = batchPerConnection<string, PublishedFigure[]>((connection) => async (years) => {
  const figures = await readFiguresOf(connection, 'YEAR_BY_NATIONALITY', years);
  return years.map((year) => figures.filter(({ period }) => period === year));
});

const publications = batchPerConnection<string, PublishedFigure[]>((connection) => async (years) => {
  const sorted = [...years].sort();
  const figures = await readFigures(connection, {
    series: 'YEAR_OTHER_PUBLICATION',
    from: sorted[0] as string,
    to: sorted.at(-1) as string,
  });
  return years.map((year) => figures.filter(({ period }) => period.startsWith(year)));
});

/** Answers Panama's counts by year, with the tables by nationality. */
@Resolver(() => YearlyCrossings)
export class YearlyCrossingsResolver {
  @Query(() => [YearlyCrossings], {
    nullable: true,
    description: "Panama's counts of the Darién flow, a row a year; a year without data is a row too.",
  })
  @Owner('PAN')
  @Sensitivity('PUBLIC')
  async darienCrossingsByYear(
    @Args() { from, to, direction }: YearsArguments,
    @Ctx() context: ServeContext,
  ): Promise<YearlyCrossings[]> {
    const years = yearsBetween(from, to);
    const totals = direction === Direction.NORTH ? await readFiguresOf(context.connection, 'YEAR_TOTAL', years) : [];
    return years.map((year) => {
      const total = totals.find(({ period }) => period === year);
      const count = total ? countOf(total) : notPublished(absenceOf(year, direction, NO_TOTAL));
      return Object.assign(new YearlyCrossings(), { year: Number(year), direction, count });
    });
  }

  @FieldResolver(() => [NationalityCrossings], {
    nullable: true,
    description:
      'The year by printed nationality group. 2016, 2017 and 2018 do not sum to the total; 2023 comes from a snapshot with five nationalities.',
  })
  @Owner('PAN')
  @Sensitivity('PUBLIC')
  async byNationality(
    @Root() { year, direction }: YearlyCrossings,
    @Ctx() context: ServeContext,
  ): Promise<NationalityCrossings[]> {
    const figures =
      direction === Direction.NORTH ? await context.loaders.for(tables(context.connection)).load(String(year)) : [];
    return cellsOf(figures ?? [], YEAR_GROUPS, absenceOf(String(year), direction, NO_CELL));
  }

  @FieldResolver(() => [NationalityCrossings], {
    nullable: true,
    description:
      'What other publications print for parts of the year: read coverage and source of each row. Never add these rows to each other or to byNationality.',
  })
  @Owner('PAN')
  @Sensitivity('PUBLIC')
  async otherPublications(
    @Root() { year, direction }: YearlyCrossings,
    @Ctx() context: ServeContext,
  ): Promise<NationalityCrossings[]> {
    if (direction === Direction.SOUTH) return [];
    const figures = await context.loaders.for(publications(context.connection)).load(String(year));
    return (figures ?? []).map(cellOf);
  }
}

function absenceOf(year: string, direction: Direction, note: string): Absence {
  return { from: year, dataset: YEAR_TABLE, note: direction === Direction.SOUTH ? SOUTHWARD : note };
}
