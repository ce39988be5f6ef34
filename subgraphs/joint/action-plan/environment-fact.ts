import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { EnvironmentFigure } from './environment-figure';

/** What of the environment of the Darién a source measured. */
export enum EnvironmentMeasure {
  WASTE_LEFT = 'WASTE_LEFT',
  CLEAN_UP_COST = 'CLEAN_UP_COST',
  WASTE_PER_PERSON = 'WASTE_PER_PERSON',
  RESTORATION_COST = 'RESTORATION_COST',
  WASTE_COLLECTION_COST = 'WASTE_COLLECTION_COST',
  WATER_BODIES_COST = 'WATER_BODIES_COST',
  NATIONAL_PARK_AREA = 'NATIONAL_PARK_AREA',
}
registerEnumType(EnvironmentMeasure, {
  name: 'EnvironmentMeasure',
  description: 'What of the environment of the Darién a source measured.',
});

/** A published figure on the environment of the Darién. */
@ObjectType({ description: 'A published figure on the environment of the Darién; each stands by itself.' })
@Owner('JOINT')
export class EnvironmentFact {
  @Field(() => EnvironmentMeasure, { description: 'What is measured.' })
  @Sensitivity('PUBLIC')
  measure!: EnvironmentMeasure;

  @Field(() => EnvironmentFigure, { description: 'The figure with its source.' })
  @Sensitivity('PUBLIC')
  figure!: EnvironmentFigure;
}
