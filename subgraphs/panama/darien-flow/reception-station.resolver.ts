import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { Args, FieldResolver, Resolver } from 'type-graphql';
import { ReceptionStation } from './reception-station';
import { ReceptionStationWeek, ReceptionStationWeeksArguments, receptionStationWeeks } from './reception-station-week';

/** Answers what is published of a reception station by week. */
@Resolver(() => ReceptionStation)
export class ReceptionStationResolver {
  @FieldResolver(() => [ReceptionStationWeek], {
    nullable: true,
    description: 'Arrivals by week, a row a week; no such figure is published, and each row says so.',
  })
  @Owner('PAN')
  @Sensitivity('PUBLIC')
  weeks(@Args() weeks: ReceptionStationWeeksArguments): ReceptionStationWeek[] {
    return receptionStationWeeks(weeks);
  }
}
