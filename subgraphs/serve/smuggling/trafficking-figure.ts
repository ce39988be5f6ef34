import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Count } from '../domain/count';
import { ComputedFrom, Owner, Sensitivity } from '../domain/labels';
import type { CaseOwner } from './case-domain';

/** What a published figure of trafficking in persons counts. */
export enum TraffickingMeasure {
  INVESTIGATIONS = 'INVESTIGATIONS',
  CONFIRMED_VICTIMS = 'CONFIRMED_VICTIMS',
  PRELIMINARY_VICTIMS = 'PRELIMINARY_VICTIMS',
}
registerEnumType(TraffickingMeasure, {
  name: 'TraffickingMeasure',
  description: 'What a published figure of trafficking in persons counts.',
});

/** The exploitation that a figure is about. */
export enum Exploitation {
  SEXUAL = 'SEXUAL',
  LABOUR = 'LABOUR',
  SLAVERY_LIKE = 'SLAVERY_LIKE',
}
registerEnumType(Exploitation, {
  name: 'Exploitation',
  description: 'The exploitation that a figure of trafficking in persons is about.',
});

/** What a published figure says; the values of an owner's type. */
export interface TraffickingFigureValues {
  readonly year: number;
  readonly measure: TraffickingMeasure;
  readonly exploitation: Exploitation | null;
  readonly publication: string | null;
  readonly count: Count;
  readonly differenceFromEarlier: number | null;
}

/** Makes an owner's type of published figures of trafficking in persons. */
export function traffickingFigureType({ party, prefix, name }: CaseOwner) {
  @ObjectType(`${prefix}TraffickingFigure`, {
    description: `One published figure of trafficking in persons in ${name}, as one publication prints it. Publications that differ are rows of their own. Not about migrant smuggling, nor about the Darien alone.`,
  })
  @Owner(party)
  class TraffickingFigure implements TraffickingFigureValues {
    @Field(() => Int, { description: 'The year that is counted.' })
    @Sensitivity('PUBLIC')
    year!: number;

    @Field(() => TraffickingMeasure, { description: 'What is counted.' })
    @Sensitivity('PUBLIC')
    measure!: TraffickingMeasure;

    @Field(() => Exploitation, {
      nullable: true,
      description: 'The exploitation, where the figure is about one: it is part of the figure without one.',
    })
    @Sensitivity('PUBLIC')
    exploitation!: Exploitation | null;

    @Field(() => String, { nullable: true, description: 'The publication that prints it; null where none is held.' })
    @Sensitivity('PUBLIC')
    publication!: string | null;

    @Field(() => Count, { description: 'The figure, or why there is none.' })
    @Sensitivity('PUBLIC')
    count!: Count;

    @Field(() => Int, {
      nullable: true,
      description:
        'This figure minus the one that an earlier publication prints for the same; null where no earlier one is held.',
    })
    @ComputedFrom('count')
    @Sensitivity('PUBLIC')
    differenceFromEarlier!: number | null;
  }
  return TraffickingFigure;
}
