import { Count } from '@pasarela/serve/domain/count';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { Sex } from '@pasarela/serve/domain/sex';
import { Field, ObjectType } from 'type-graphql';
import { Place } from './place';

/** One cell of a department's population by sex and age. */
@ObjectType({ description: "One cell of a department's population by sex and age." })
@Owner('COL')
export class SexAgeFigure {
  @Field(() => Sex, { description: 'Sex as registered.' })
  @Sensitivity('PUBLIC')
  sex!: Sex;

  @Field(() => String, { description: "UNHCR's bands: 0-4, 5-11, 12-17, 18-59, 60+, or OTHER (age not known)." })
  @Sensitivity('PUBLIC')
  ageBand!: string;

  @Field(() => Count, { description: 'Persons in the cell.' })
  @Sensitivity('PUBLIC')
  count!: Count;
}

/** Venezuelans in one department. */
@ObjectType({ description: 'Venezuelans in one department, or in Bogota D.C.' })
@Owner('COL')
export class DepartmentPopulation {
  @Field(() => Place, { description: 'The department.' })
  @Sensitivity('PUBLIC')
  department!: Place;

  @Field(() => Count, { description: 'Persons in the department, as printed.' })
  @Sensitivity('PUBLIC')
  total!: Count;

  @Field(() => [SexAgeFigure], { description: 'The same persons by sex and age band: twelve cells.' })
  @Sensitivity('PUBLIC')
  bySexAndAge!: SexAgeFigure[];
}

/** The table of Venezuelans by department, with what it leaves out. */
@ObjectType({ description: "UNHCR's table of Venezuelans by department of Colombia, and what it leaves out." })
@Owner('COL')
export class VenezuelansByDepartment {
  @Field(() => [DepartmentPopulation], {
    description: '31 departments and Bogota D.C.; San Andres y Providencia is absent from the source.',
  })
  @Sensitivity('PUBLIC')
  rows!: DepartmentPopulation[];

  @Field(() => Count, { description: 'Derived: the sum of the rows of this one table.' })
  @Sensitivity('PUBLIC')
  total!: Count;

  @Field(() => [Count], {
    description: 'Groups that the source counts elsewhere, by country and not by department; never added here.',
  })
  @Sensitivity('PUBLIC')
  notIncluded!: Count[];
}
