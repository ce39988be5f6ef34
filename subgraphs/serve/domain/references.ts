import { countryName } from '@pasarela/schema/codes/countries';
import { placeByCode } from '@pasarela/schema/codes/places';
import { Field, ID, ObjectType } from 'type-graphql';
import { Sensitivity, Shareable } from './labels';

/**
 * What every domain knows of a nationality. A domain declares `@ObjectType('Nationality')` of its own
 * that extends this and adds what it counts. The code list is nobody's secret: party ANY, PUBLIC.
 */
@ObjectType()
export abstract class NationalityReference {
  @Field(() => ID, { description: 'ISO 3166-1 alpha-3.' })
  @Sensitivity('PUBLIC')
  code!: string;

  @Field(() => String, { nullable: true, description: 'The name in English.' })
  @Shareable()
  @Sensitivity('PUBLIC')
  get nameEn(): string | null {
    return countryName(this.code, 'en');
  }

  @Field(() => String, { nullable: true, description: 'The name in Spanish.' })
  @Shareable()
  @Sensitivity('PUBLIC')
  get nameEs(): string | null {
    return countryName(this.code, 'es');
  }
}

/** What every domain knows of a place: its code, name, kind and first administrative level. */
@ObjectType()
export abstract class PlaceReference {
  @Field(() => ID, {
    description: 'ISO 3166-2 for a first administrative level; below it `<ISO 3166-2>:<DIVIPOLA or name>`.',
  })
  @Sensitivity('PUBLIC')
  code!: string;

  @Field(() => String, { nullable: true, description: 'The name as its country writes it.' })
  @Shareable()
  @Sensitivity('PUBLIC')
  get name(): string | null {
    return placeByCode(this.code)?.name ?? null;
  }

  @Field(() => String, {
    nullable: true,
    description: 'department, province, comarca, municipality, reception station ...',
  })
  @Shareable()
  @Sensitivity('PUBLIC')
  get kind(): string | null {
    return placeByCode(this.code)?.kind ?? null;
  }

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-3 of its country.' })
  @Shareable()
  @Sensitivity('PUBLIC')
  get country(): string | null {
    return placeByCode(this.code)?.country ?? null;
  }

  @Field(() => String, { nullable: true, description: 'ISO 3166-2 of its first administrative level.' })
  @Shareable()
  @Sensitivity('PUBLIC')
  get firstAdministrativeLevel(): string | null {
    return placeByCode(this.code)?.firstAdministrativeLevel ?? null;
  }
}
