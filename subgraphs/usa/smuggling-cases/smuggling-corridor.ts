import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Place } from './place';

/** How people are moved along a corridor. */
export enum CorridorMode {
  ON_FOOT = 'ON_FOOT',
  BOAT = 'BOAT',
  BUS = 'BUS',
  TRUCK = 'TRUCK',
  AIR = 'AIR',
}
registerEnumType(CorridorMode, { name: 'CorridorMode', description: 'How people are moved along a corridor.' });

/** The way that a case is about, at the first administrative level and no nearer. */
@ObjectType({ description: 'The way that a case is about, at the first administrative level and no nearer.' })
@Owner('USA')
export class SmugglingCorridor {
  @Field(() => Place, { nullable: true, description: 'Where it begins.' })
  @Sensitivity('OPERATIONAL', 'LOCATION')
  from!: Place | null;

  @Field(() => Place, { nullable: true, description: 'Where it ends.' })
  @Sensitivity('OPERATIONAL', 'LOCATION')
  to!: Place | null;

  @Field(() => CorridorMode, { nullable: true, description: 'How people are moved.' })
  @Sensitivity('OPERATIONAL', 'LOCATION')
  mode!: CorridorMode | null;
}
