import { batchPerConnection } from '@pasarela/serve/domain/batch-per-connection';
import { Count } from '@pasarela/serve/domain/count';
import { Owner, Reads, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Args, ArgsType, Ctx, Field, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { countOf, type DepartureFigure, notPublished } from './departure-figure';
import { departureFigureModel } from './departure-figure.model';
import { DepartureSeries } from './departure-series';
import { Nationality } from './nationality';

interface NationalityYear {
  readonly code: string;
  readonly year: number;
}

const NOT_PRINTED = 'No Colombian body prints this nationality for this year; a blank is no zero.';

const departures = batchPerConnection<NationalityYear, Count>((connection) => async (keys) => {
  const years = [...new Set(keys.map(({ year }) => year))];
  const figures = await departureFigureModel(connection)
    .find({ year: { $in: years }, nationality: { $ne: null } })
    .lean<DepartureFigure[]>();
  return keys.map((key) =>
    departuresOf(
      key,
      figures.filter(({ year }) => year === key.year),
    ),
  );
});

function departuresOf({ code, year }: NationalityYear, printed: DepartureFigure[]): Count {
  const figure = printed.find(({ nationality }) => nationality === code);
  return figure
    ? countOf(figure)
    : notPublished(printed[0]?.series ?? DepartureSeries.MIGRACION_COLOMBIA, year, NOT_PRINTED);
}

/** Which year. */
@ArgsType()
class DepartureYearArguments {
  @Field(() => Int, { description: 'The year.' })
  @Reads('DepartureCount.period')
  year!: number;
}

/** Adds Colombia's count to a nationality. */
@Resolver(() => Nationality)
export class NationalityResolver {
  @FieldResolver(() => Count, {
    nullable: true,
    description:
      "Colombia's count of this nationality in a year. 2023: Migración Colombia through Necoclí and Turbo only; 2024: the " +
      'Defensoría. The definition names series and scope: the years do not compare.',
  })
  @Owner('COL')
  @Sensitivity('PUBLIC')
  async urabaDepartures(
    @Root() { code }: Nationality,
    @Args() { year }: DepartureYearArguments,
    @Ctx() context: ServeContext,
  ): Promise<Count | null> {
    return context.loaders.for(departures(context.connection)).load({ code, year });
  }
}
