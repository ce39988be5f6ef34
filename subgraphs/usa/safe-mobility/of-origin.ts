import { Sensitivity } from '@pasarela/serve/domain/labels';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { originName } from './origin-names';

/** What every row of the published asylum tables is of: a year, and a country of origin. */
@ObjectType()
export abstract class OfOrigin {
  @Field(() => Int, { nullable: true, description: 'The calendar year.' })
  @Sensitivity('STATISTICAL')
  year!: number;

  @Field(() => ID, {
    nullable: true,
    description: 'The country of origin as UNHCR codes it: ISO 3166-1 alpha-3, UNK (unknown), XXA (stateless).',
  })
  @Sensitivity('STATISTICAL')
  origin!: string;

  @Field(() => String, { nullable: true, description: 'The country of origin in English.' })
  @Sensitivity('STATISTICAL')
  originNameEn!: string;

  @Field(() => String, { nullable: true, description: 'The country of origin in Spanish.' })
  @Sensitivity('STATISTICAL')
  originNameEs!: string;
}

/** The year and country of origin of a row, with the country's names. */
export const ofOrigin = (year: number, origin: string): OfOrigin => ({
  year,
  origin,
  originNameEn: originName(origin, 'en'),
  originNameEs: originName(origin, 'es'),
});
