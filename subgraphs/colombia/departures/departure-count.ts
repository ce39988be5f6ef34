import { Count } from '@pasarela/serve/domain/count';
import { Direction } from '@pasarela/serve/domain/direction';
import { Owner, Reads, Sensitivity } from '@pasarela/serve/domain/labels';
import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { countOf, type DepartureFigure, notPublished } from './departure-figure';
import { DepartureSeries, DepartureSexAgeGroup, SCOPE } from './departure-series';
import { Nationality, nationalityOf } from './nationality';

/** One of Colombia's counts of the flow. */
@ObjectType({
  description:
    "One of Colombia's counts of the flow. Scopes lie inside each other and two bodies count: never add two rows.",
})
@Owner('COL')
export class DepartureCount {
  @Field(() => String, {
    nullable: true,
    description: 'The period as printed: 2023, 2023-08, 2024-01..07, 2025-01-01..11-15.',
  })
  @Sensitivity('PUBLIC')
  period!: string;

  @Field(() => DepartureSeries, { nullable: true, description: 'The body that counted.' })
  @Sensitivity('PUBLIC')
  series!: DepartureSeries;

  @Field(() => String, {
    nullable: true,
    description: 'What the count covers: whole Urabá-Darién, of which Necoclí and Turbo, or La Miel-Capurganá.',
  })
  @Sensitivity('PUBLIC')
  scope!: string;

  @Field(() => Direction, { nullable: true, description: 'Which way: SOUTH is the reverse flow into Colombia.' })
  @Sensitivity('PUBLIC')
  direction!: Direction;

  @Field(() => Nationality, { nullable: true, description: 'The nationality counted; null for all.' })
  @Sensitivity('PUBLIC')
  nationality!: Nationality | null;

  @Field(() => DepartureSexAgeGroup, { nullable: true, description: 'The group by sex and age; null for all.' })
  @Sensitivity('PUBLIC')
  sexAgeGroup!: DepartureSexAgeGroup | null;

  @Field(() => Count, { nullable: true, description: 'Detections.' })
  @Sensitivity('PUBLIC')
  count!: Count;
}

/** The row of a published figure. */
export function departureCountOf(figure: DepartureFigure): DepartureCount {
  const { period, series, scope, direction, sexAgeGroup } = figure;
  const nationality = figure.nationality === null ? null : nationalityOf(figure.nationality);
  return Object.assign(new DepartureCount(), {
    period,
    series,
    scope,
    direction,
    sexAgeGroup,
    nationality,
    count: countOf(figure),
  });
}

const NO_YEAR = 'This body has published no northward figure for the whole year that is held; it is no zero.';

/** The row of a series that has no figure for the whole flow of a year. */
export function absentYear(series: DepartureSeries, year: number): DepartureCount {
  return Object.assign(new DepartureCount(), {
    period: String(year),
    series,
    scope: SCOPE.WHOLE,
    direction: Direction.NORTH,
    nationality: null,
    sexAgeGroup: null,
    count: notPublished(series, year, NO_YEAR),
  });
}

/** Which years. */
@ArgsType()
export class DepartureYearsArguments {
  @Field(() => Int, { description: 'The first year.' })
  @Reads('DepartureCount.period')
  from!: number;

  @Field(() => Int, { description: 'The last year, at most 49 after the first.' })
  @Reads('DepartureCount.period')
  to!: number;
}
