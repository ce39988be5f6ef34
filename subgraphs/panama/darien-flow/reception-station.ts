import { PLACES } from '@pasarela/schema/codes/places';
import { Count, CountState, CountUnit, count } from '@pasarela/serve/domain/count';
import { Attribute, Owner, Records, Sensitivity } from '@pasarela/serve/domain/labels';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Place, placeOf } from './place';
import { SNM } from './published-figure';

/** Whether a source names the station as in use. */
export enum ReceptionStationStatus {
  OPERATING = 'OPERATING',
  FORMER = 'FORMER',
}
registerEnumType(ReceptionStationStatus, {
  name: 'ReceptionStationStatus',
  description:
    'As the source says. OPERATING: named as in use at the time of the source, which says nothing of today. FORMER: named as closed.',
});

/** A place where people who crossed the Darién are received: an arrival community or a migrant reception station (ERM). */
@ObjectType({ description: 'A migrant reception station (ERM) or a community where people arrive.' })
@Owner('PAN')
@Records('PLACE')
@Attribute('headcountAsOf', { as: 'OPERATIONAL' })
export class ReceptionStation {
  @Field(() => Place, {
    nullable: true,
    description:
      'Where it stands. Lajas Blancas is the station in Darién, not the corregimiento of that name in Emberá-Wounaan.',
  })
  @Sensitivity('PUBLIC')
  place!: Place;

  @Field(() => ReceptionStationStatus, { nullable: true, description: 'In use or former, as the source says.' })
  @Sensitivity('PUBLIC')
  status!: ReceptionStationStatus;

  @Field(() => String, { nullable: true, description: 'Where the station is named.' })
  @Sensitivity('PUBLIC')
  source!: string;

  @Field(() => Count, {
    nullable: true,
    description: 'Persons present. No headcount of a station is held: NOT_PUBLISHED.',
  })
  @Sensitivity('OPERATIONAL', 'LOCATION')
  headcount!: Count;
}

const IOM = 'https://panama.iom.int/en/dtm-monitoring-migratory-flows-panama';
const FORMER_SOURCE = 'https://reliefweb.int/report/panama/increased-migration-flows-panama-flash-update-12-july-2019';

/** Every reception station by the code of its place. */
export const RECEPTION_STATIONS: ReadonlyMap<string, ReceptionStation> = new Map(
  [...PLACES.values()]
    .filter(({ country, kind }) => country === 'PAN' && /reception (station|community)/.test(kind))
    .map(({ code, kind }) => [code, stationAt(code, kind.startsWith('former'))]),
);

function stationAt(code: string, former: boolean): ReceptionStation {
  return Object.assign(new ReceptionStation(), {
    place: placeOf(code),
    status: former ? ReceptionStationStatus.FORMER : ReceptionStationStatus.OPERATING,
    source: former ? FORMER_SOURCE : IOM,
    headcount: count({
      state: CountState.NOT_PUBLISHED,
      countingParty: SNM,
      unit: CountUnit.PERSONS,
      definition: 'Persons present at the station.',
      dataset: 'none: headcounts of reception stations',
    }),
  });
}
