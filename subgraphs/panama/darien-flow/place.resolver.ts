import { PLACES, placeByCode } from '@pasarela/schema/codes/places';
import { Owner, Reads, Sensitivity } from '@pasarela/serve/domain/labels';
import { Args, ArgsType, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Place, placeOf } from './place';
import { RECEPTION_STATIONS, ReceptionStation } from './reception-station';

/** Which places. */
@ArgsType()
class PlacesArguments {
  @Field(() => [ID], {
    nullable: true,
    description: 'Codes of the list; all when left out. An unknown code is left out of the answer.',
  })
  @Reads('Place.code')
  codes?: string[] | null;
}

/** Answers the code list of places, and the reception stations. */
@Resolver(() => Place)
export class PlaceResolver {
  @Query(() => [Place], { nullable: true, description: 'Places of the code list, in the order asked.' })
  @Owner('ANY')
  @Sensitivity('PUBLIC')
  places(@Args() { codes }: PlacesArguments): Place[] {
    return [...new Set(codes?.filter((code) => placeByCode(code)) ?? PLACES.keys())].map(placeOf);
  }

  @Query(() => [ReceptionStation], {
    nullable: true,
    description: 'The migrant reception stations and arrival communities that a source names.',
  })
  @Owner('PAN')
  @Sensitivity('PUBLIC')
  receptionStations(): ReceptionStation[] {
    return [...RECEPTION_STATIONS.values()];
  }

  @FieldResolver(() => ReceptionStation, {
    nullable: true,
    description: 'The reception station of the place; null where there is none.',
  })
  @Owner('PAN')
  @Sensitivity('PUBLIC')
  receptionStation(@Root() { code }: Place): ReceptionStation | null {
    return RECEPTION_STATIONS.get(code) ?? null;
  }
}
