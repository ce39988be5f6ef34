import { Key, Owner } from '@pasarela/serve/domain/labels';
import { NationalityReference } from '@pasarela/serve/domain/references';
import { ObjectType } from 'type-graphql';

/** A nationality, to which this domain adds Panama's published returns of it. */
@ObjectType('Nationality', { description: 'A nationality by its ISO 3166-1 alpha-3 code.' })
@Key('code')
@Owner('ANY')
export class Nationality extends NationalityReference {}

/** The nationality of a code. */
export const nationalityOf = (code: string): Nationality => Object.assign(new Nationality(), { code });
