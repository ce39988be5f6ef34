import { ObjectType } from 'type-graphql';
import { Key, Owner } from '../domain/labels';
import { PlaceReference } from '../domain/references';

/** A place of the code list: one end of a route. No owner of cases adds anything to it. */
@ObjectType('Place', { description: 'A place of the code list: a first administrative level, or a place below it.' })
@Key('code')
@Owner('ANY')
export class Place extends PlaceReference {}

/** The place of a code that is known to be in the list. */
export const placeOf = (code: string): Place => Object.assign(new Place(), { code });
