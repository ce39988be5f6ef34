import { batchPerConnection } from '@pasarela/serve/domain/batch-per-connection';
import { Direction } from '@pasarela/serve/domain/direction';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { MonthlyCrossings, MonthsArguments } from './monthly-crossings';
import { cellsOf, NationalityCrossings } from './nationality-crossings';
import { MONTH_GROUPS } from './nationality-groups';
import type { PublishedFigure } from './published-figure';
import { MONTH_TABLE } from './published-months';
import { readFiguresOf } from './read-figures';
import { ABSENCE, readMonthlyCrossings } from './read-monthly-crossings';

const NO_CELL = 'The table prints no figure for this month and group; a blank cell is no zero.';

const tables = batchPerConnection<string, PublishedFigure[]>((connection) => async (months) => {
  const figures = await readFiguresOf(connection, 'MONTH_BY_NATIONALITY', months);
  return months.map((month) => figures.filter(({ period }) => period === month));
});

/** Answers Panama's counts by month, with their revisions and the table by nationality. */
@Resolver(() => MonthlyCrossings)
export class MonthlyCrossingsResolver {
  @Query(() => [MonthlyCrossings], {
    nullable: true,
    description:
      "Panama's counts of the Darién flow, a row a month; a month without data is a row too. The latest month held is not this month.",
  })
  @Owner('PAN')
  @Sensitivity('PUBLIC')
  async darienCrossingsByMonth(
    @Args() months: MonthsArguments,
    @Ctx() context: ServeContext,
  ): Promise<MonthlyCrossings[]> {
    return readMonthlyCrossings(context.connection, months);
  }

  @FieldResolver(() => [NationalityCrossings], {
    nullable: true,
    description:
      'The month by printed nationality group. The table ends in July 2022, for VEN in June 2023; later cells are NOT_PUBLISHED.',
  })
  @Owner('PAN')
  @Sensitivity('PUBLIC')
  async byNationality(@Root() row: MonthlyCrossings, @Ctx() context: ServeContext): Promise<NationalityCrossings[]> {
    const { month, throughMonth, direction } = row;
    const held = direction === Direction.NORTH && month === throughMonth;
    const figures = held ? await context.loaders.for(tables(context.connection)).load(month) : [];
    const note = direction === Direction.SOUTH ? ABSENCE.SOUTH : NO_CELL;
    return cellsOf(figures ?? [], MONTH_GROUPS, { from: month, through: throughMonth, dataset: MONTH_TABLE, note });
  }
}
