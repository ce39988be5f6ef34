import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { monthsBefore, monthsBetween } from './calendar';
import { DarienFlowPeriod } from './darien-flow-period';
import {
  EarlierDarienFlow,
  EarlierMonthsArguments,
  EncounterMonthsArguments,
  UsaEncounterMonth,
} from './encounter-month';
import { monthlyCount, neverPublished } from './monthly-count';
import { type MonthlyFigure, type MonthlySeries, monthlyFigureModel } from './monthly-figure.model';

/** Answers what the United States counted by month, and names the months before. */
@Resolver(() => UsaEncounterMonth)
export class EncounterMonthResolver {
  @Query(() => [UsaEncounterMonth], {
    nullable: true,
    description:
      'Encounters at the borders of the United States, a row a month; a month without data is a row too. The latest month held is not this month.',
  })
  @Owner('USA')
  @Sensitivity('PUBLIC')
  async usaEncountersByMonth(
    @Args() { from, to }: EncounterMonthsArguments,
    @Ctx() { connection }: ServeContext,
  ): Promise<UsaEncounterMonth[]> {
    const months = monthsBetween(from, to);
    const figures = await monthlyFigureModel(connection)
      .find({ month: { $gte: from, $lte: to } })
      .lean<MonthlyFigure[]>();
    return months.map((month) => rowOf(month, figures));
  }

  @FieldResolver(() => [EarlierDarienFlow], {
    nullable: true,
    description:
      'The months before this one, the nearest first, to set counts of the Darién beside encounters. Different people and different counts: no share, no cause.',
  })
  @Owner('USA')
  @Sensitivity('PUBLIC')
  earlierDarienFlow(
    @Root() { month }: UsaEncounterMonth,
    @Args() { months }: EarlierMonthsArguments,
  ): EarlierDarienFlow[] {
    return monthsBefore(month, months).map((period, i) =>
      Object.assign(new EarlierDarienFlow(), {
        monthsEarlier: i + 1,
        period: Object.assign(new DarienFlowPeriod(), { period }),
      }),
    );
  }
}

function rowOf(month: string, figures: readonly MonthlyFigure[]): UsaEncounterMonth {
  const held = (series: MonthlySeries) =>
    figures.find((figure) => figure.month === month && figure.series === series)?.value ?? null;
  return Object.assign(new UsaEncounterMonth(), {
    month,
    encounters: monthlyCount('TITLE_8_ENCOUNTERS', month, held('TITLE_8_ENCOUNTERS')),
    title42Expulsions: neverPublished('TITLE_42', month),
    encountersOfOneNationality: neverPublished('NATIONALITY', month),
    newCourtCases: monthlyCount('NEW_COURT_CASES', month, held('NEW_COURT_CASES')),
  });
}
