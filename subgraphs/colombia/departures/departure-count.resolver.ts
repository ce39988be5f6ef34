import { requestError } from '@pasarela/schema/errors';
import { Direction } from '@pasarela/serve/domain/direction';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { absentYear, DepartureCount, DepartureYearsArguments, departureCountOf } from './departure-count';
import type { DepartureFigure } from './departure-figure';
import { departureFigureModel } from './departure-figure.model';
import { DepartureSeries, SCOPE } from './departure-series';

const MAX_YEARS = 50;

/** Answers Colombia's counts of the flow, two series side by side. */
@Resolver(() => DepartureCount)
export class DepartureCountResolver {
  @Query(() => [DepartureCount], {
    nullable: true,
    description:
      "Colombia's counts of the flow in these years, as published: two bodies, scopes inside each other, periods that overlap. " +
      "A series without a figure for a year is a row too. Never add them to each other, nor to Panama's.",
  })
  @Owner('COL')
  @Sensitivity('PUBLIC')
  async urabaDepartures(
    @Args() { from, to }: DepartureYearsArguments,
    @Ctx() { connection }: ServeContext,
  ): Promise<DepartureCount[]> {
    const years = yearsBetween(from, to);
    const figures = await departureFigureModel(connection)
      .find({ year: { $in: years } })
      .sort({ sequence: 1 })
      .lean<DepartureFigure[]>();
    return years.flatMap((year) =>
      rowsOf(
        year,
        figures.filter((figure) => figure.year === year),
      ),
    );
  }
}

function rowsOf(year: number, figures: DepartureFigure[]): DepartureCount[] {
  const absent = Object.values(DepartureSeries).filter(
    (series) => !figures.some((figure) => isWholeFlow(figure, series)),
  );
  return [...figures.map(departureCountOf), ...absent.map((series) => absentYear(series, year))];
}

function isWholeFlow(figure: DepartureFigure, series: DepartureSeries): boolean {
  const everyone = figure.nationality === null && figure.sexAgeGroup === null;
  const wholeYear = figure.period === String(figure.year);
  return (
    figure.series === series &&
    figure.scope === SCOPE.WHOLE &&
    figure.direction === Direction.NORTH &&
    everyone &&
    wholeYear
  );
}

function yearsBetween(from: number, to: number): number[] {
  if (from < 1900 || to > 2100 || from > to || to - from >= MAX_YEARS) {
    throw requestError('BAD_INPUT', {
      what: `from and to are years from 1900 to 2100, in order, at most ${MAX_YEARS} of them`,
    });
  }
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
