import { Key, Owner } from '@pasarela/serve/domain/labels';
import { PlaceReference } from '@pasarela/serve/domain/references';
import { ObjectType } from 'type-graphql';

/** A place of the code list; this domain adds nothing to it. */
@ObjectType('Place', { description: 'A place of the code list: a first administrative level, or a place below it.' })
@Key('code')
@Owner('ANY')
export class Place extends PlaceReference {}

/** The place of a code. */
export const placeOf = (code: string): Place => Object.assign(new Place(), { code });
