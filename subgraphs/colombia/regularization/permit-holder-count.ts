import { Count } from '@pasarela/serve/domain/count';
import { Counts, Owner, Reads, Sensitivity } from '@pasarela/serve/domain/labels';
import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';

/** How far permit holders are broken down by where they live. */
export enum HolderDepartmentLevel {
  COUNTRY = 'COUNTRY',
  DEPARTMENT = 'DEPARTMENT',
}
registerEnumType(HolderDepartmentLevel, {
  name: 'HolderDepartmentLevel',
  description:
    'COUNTRY: all of Colombia. DEPARTMENT: the ten in which most live, Bogota D.C. among them, and the others together.',
});

/** How far permit holders are broken down by age. */
export enum HolderAgeLevel {
  EVERYBODY = 'EVERYBODY',
  CHILDREN_AND_ADULTS = 'CHILDREN_AND_ADULTS',
  AGE_BAND = 'AGE_BAND',
}
registerEnumType(HolderAgeLevel, {
  name: 'HolderAgeLevel',
  description: "AGE_BAND: UNHCR's bands, of which children are those under 18. Ages are those at registration.",
});

/** How far permit holders are broken down by sex. */
export enum HolderSexLevel {
  EVERYBODY = 'EVERYBODY',
  SEX = 'SEX',
}
registerEnumType(HolderSexLevel, { name: 'HolderSexLevel', description: 'SEX: as registered.' });

/** Along which fixed hierarchies holders are broken down, and how far; nothing else can be crossed. */
@InputType({
  description: 'How far holders are broken down, along fixed hierarchies; not at all where nothing is given.',
})
export class PermitHolderGrouping {
  @Field(() => HolderDepartmentLevel, { nullable: true, description: 'By department.' })
  @Reads('PermitHolderCount.department')
  department?: HolderDepartmentLevel | null;

  @Field(() => HolderAgeLevel, { nullable: true, description: 'By age at registration.' })
  @Reads('PermitHolderCount.ageBand')
  age?: HolderAgeLevel | null;

  @Field(() => HolderSexLevel, { nullable: true, description: 'By sex.' })
  @Reads('PermitHolderCount.sex')
  sex?: HolderSexLevel | null;
}

/** How many holders of a delivered permit stand in one cell. */
@ObjectType({
  description:
    'How many holders of a delivered permit of the synthetic dataset stand in one cell of the table. SYNTHETIC.',
})
@Owner('COL')
export class PermitHolderCount {
  @Field(() => String, { description: 'The dataset that is counted; it begins with SYNTHETIC.' })
  @Sensitivity('PUBLIC')
  dataset!: string;

  @Field(() => String, {
    nullable: true,
    description: 'ISO 3166-2 of the department, CO-DC, OTHER (all others) or ALL.',
  })
  @Sensitivity('STATISTICAL')
  @Counts('department')
  department!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Age at registration: ALL, CHILDREN, ADULTS, 0-4, 5-11, 12-17, 18-59 or 60+.',
  })
  @Sensitivity('STATISTICAL')
  @Counts('ageBand')
  ageBand!: string | null;

  @Field(() => String, { nullable: true, description: 'FEMALE, MALE or ALL.' })
  @Sensitivity('STATISTICAL')
  @Counts('sex')
  sex!: string | null;

  @Field(() => Count, {
    nullable: true,
    description:
      'Holders in the cell. Other parties are told the release in force: under 10, and what would give such a cell away, is suppressed.',
  })
  @Sensitivity('STATISTICAL')
  count!: Count | null;
}
