import { Key, Owner } from '@pasarela/serve/domain/labels';
import { PlaceReference } from '@pasarela/serve/domain/references';
import { ObjectType } from 'type-graphql';

/** A place of the code list: a station, or the region in which it stands. */
@ObjectType('Place', { description: 'A place of the code list: a first administrative level, or a place below it.' })
@Key('code')
@Owner('ANY')
export class Place extends PlaceReference {}

/** The place of a code that is known to be in the list. */
export const placeOf = (code: string): Place => Object.assign(new Place(), { code });
