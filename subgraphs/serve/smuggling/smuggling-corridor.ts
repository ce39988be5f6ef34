import { Field, ID, ObjectType } from 'type-graphql';
import { Key, Owner, Sensitivity, Shareable } from '../domain/labels';
import { type CorridorCode, CorridorMode } from './corridor-code-list';
import { Place, placeOf } from './place';

/** A corridor of the code list. The list is nobody's secret, and says of no corridor that a case names it. */
@ObjectType()
export abstract class CorridorReference {
  @Field(() => ID, { description: '`from:to:mode`.' })
  @Sensitivity('PUBLIC')
  code!: string;

  @Field(() => Place, { nullable: true, description: 'Where it begins: a first administrative level.' })
  @Shareable()
  @Sensitivity('PUBLIC')
  from!: Place;

  @Field(() => Place, { nullable: true, description: 'Where it ends: a first administrative level.' })
  @Shareable()
  @Sensitivity('PUBLIC')
  to!: Place;

  @Field(() => CorridorMode, { nullable: true, description: 'How people are moved.' })
  @Shareable()
  @Sensitivity('PUBLIC')
  mode!: CorridorMode;
}

/** An owner's `SmugglingCorridor`: a class of its own, because the owner adds its figures to it and to no other's. */
export function corridorType() {
  @ObjectType('SmugglingCorridor', {
    description:
      'A way between two first administrative levels by one mode, from a code list that all owners of cases hold alike. Each adds its own figure: never added up.',
  })
  @Key('code')
  @Owner('ANY')
  class SmugglingCorridor extends CorridorReference {}
  return SmugglingCorridor;
}

/** The values of a corridor. */
export const corridorValues = ({ code, from, to, mode }: CorridorCode) => ({
  code,
  from: placeOf(from),
  to: placeOf(to),
  mode,
});
