import { requestError } from '@pasarela/schema/errors';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { nationalityOf } from './nationality';
import { costOfFlight } from './published-costs';
import { FLIGHTS_FILE } from './published-flights';
import { returnFigure } from './return-figure';
import { ReturnFlight, ReturnFlightArguments, ReturnFlightLeg } from './return-flight';
import { type ReturnFlightRow, returnFlightModel } from './return-flight.model';
import { byLegalCategory } from './returned-by-legal-category';

const CATEGORY_NOTE = 'The source prints no figure of this category for the flight; it is no zero.';

/** Answers the published return flights. */
@Resolver(() => ReturnFlight)
export class ReturnFlightResolver {
  @Query(() => [ReturnFlight], {
    nullable: true,
    description:
      'Return flights from Panama that a source dates, in the order of their dates. Not every flight is held.',
  })
  @Owner('PAN')
  @Sensitivity('PUBLIC')
  async returnFlights(
    @Args() { from, to }: ReturnFlightArguments,
    @Ctx() { connection }: ServeContext,
  ): Promise<ReturnFlight[]> {
    if (from && to && from > to) throw requestError('BAD_INPUT', { what: 'from and to are months in order' });
    // A date begins with its month: '~' sorts behind every day of it.
    const date = { ...(from && { $gte: from }), ...(to && { $lte: `${to}~` }) };
    const rows = await returnFlightModel(connection)
      .find(from || to ? { date } : {})
      .sort({ _id: 1 })
      .lean<ReturnFlightRow[]>();
    return rows.map(flightNode);
  }
}

function flightNode(row: ReturnFlightRow): ReturnFlight {
  const { _id: _place, legs, persons, legalCategories, source, ...flight } = row;
  const printed = {
    coverageFrom: row.date,
    coverageTo: row.date,
    source,
    dataset: FLIGHTS_FILE,
  };
  const figureOf = (value: number | null, definition: string) => ({ ...printed, value, definition });
  return Object.assign(new ReturnFlight(), {
    ...flight,
    persons: returnFigure(figureOf(persons, 'Persons on the return flight.')),
    legs: legs.map((leg) =>
      Object.assign(new ReturnFlightLeg(), {
        ...leg,
        nationality: nationalityOf(leg.nationality),
        persons: returnFigure(
          figureOf(leg.persons, `Persons of the nationality ${leg.nationality} on the return flight.`),
        ),
      }),
    ),
    byLegalCategory: byLegalCategory((category) => ({
      ...figureOf(legalCategories[category] ?? null, `Persons on the return flight under the category ${category}.`),
      ...(legalCategories[category] === undefined && { note: CATEGORY_NOTE }),
    })),
    cost: costOfFlight({ date: row.datePrinted, nationality: row.nationalitiesPrinted }),
  });
}
