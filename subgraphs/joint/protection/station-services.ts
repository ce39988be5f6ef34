import { Attribute, Owner, Reads, Records, Sensitivity } from '@pasarela/serve/domain/labels';
import { PartialDate, YearMonth } from '@pasarela/serve/domain/scalars';
import { ArgsType, Field, ObjectType, registerEnumType } from 'type-graphql';
import { AssistanceSector } from './assistance-sector';
import { Contributed } from './contributed';
import { Place } from './place';

/** How full a station is. */
export enum CapacityBand {
  UNDER_HALF = 'UNDER_HALF',
  HALF_TO_FULL = 'HALF_TO_FULL',
  OVER_CAPACITY = 'OVER_CAPACITY',
}
registerEnumType(CapacityBand, {
  name: 'CapacityBand',
  description: 'How full a station is against its places, as a band: no number of people stands behind it here.',
});

/** One contributor's weekly bulletin of a station. */
@ObjectType({
  description:
    "One contributor's weekly bulletin of a station: how full, and which services. Other parties get it seven days late; there are no headcounts and no whereabouts of persons.",
})
@Owner('JOINT')
@Records('PLACE')
@Attribute('contributedBy', { as: 'OPERATIONAL', changes: false })
@Attribute('asOf', { as: 'OPERATIONAL', changes: false })
export class StationServices extends Contributed {
  @Field(() => Place, { nullable: true, description: 'The station.' })
  @Sensitivity('OPERATIONAL')
  station!: Place;

  @Field(() => PartialDate, { nullable: true, description: 'The Monday of the bulletin.' })
  @Sensitivity('OPERATIONAL')
  asOf!: string;

  @Field(() => CapacityBand, { nullable: true, description: 'How full the station was.' })
  @Sensitivity('OPERATIONAL', 'LOCATION')
  capacityBand!: CapacityBand;

  @Field(() => [AssistanceSector], {
    nullable: true,
    description: 'The services that the contributor knows to be given there.',
  })
  @Sensitivity('OPERATIONAL')
  services!: AssistanceSector[];
}

/** Which months of bulletins. */
@ArgsType()
export class StationServicesArguments {
  @Field(() => YearMonth, { description: 'The first month.' })
  @Reads('StationServices.asOf', 'month')
  from!: string;

  @Field(() => YearMonth, { description: 'The last month, at most 239 after the first.' })
  @Reads('StationServices.asOf', 'month')
  to!: string;
}
