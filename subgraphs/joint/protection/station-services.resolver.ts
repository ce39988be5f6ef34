import { every } from '@pasarela/schema/access/conditions/record-filter';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import type { QueryFilter } from 'mongoose';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { monthsBetween } from './calendar';
import { contributed } from './contributed';
import { placeOf } from './place';
import { StationServices, StationServicesArguments } from './station-services';
import { type StationServicesDocument, stationServicesModel } from './station-services.model';

/** Answers how full stations were, and which services they had. */
@Resolver()
export class StationServicesResolver {
  @Query(() => [StationServices], {
    nullable: true,
    description: 'Weekly bulletins of stations, each row of one contributor; of other parties seven days late.',
  })
  @Owner('JOINT')
  @Sensitivity('OPERATIONAL')
  async stationServices(
    @Args() { from, to }: StationServicesArguments,
    @Ctx() { connection, ids, existing }: ServeContext,
  ): Promise<StationServices[]> {
    monthsBetween(from, to);
    const matching = every([existing('StationServices'), { asOf: { $gte: from, $lte: `${to}-31` } }]);
    const rows = await stationServicesModel(connection)
      .find(matching as QueryFilter<StationServicesDocument>)
      .lean<StationServicesDocument[]>();
    return contributed(StationServices, rows, {
      ids,
      fieldsOf: ({ station, asOf, capacityBand, services }) => ({
        station: placeOf(station),
        asOf,
        capacityBand,
        services,
      }),
    });
  }
}
