import { registerEnumType } from 'type-graphql';

/** What a published figure by sex or age counts. */
export enum SexAgeMeasure {
  TOTAL = 'TOTAL',
  ADULTS = 'ADULTS',
  MINORS = 'MINORS',
  WOMEN = 'WOMEN',
  MEN = 'MEN',
  BOYS = 'BOYS',
  GIRLS = 'GIRLS',
  UNACCOMPANIED_AND_SEPARATED_CHILDREN = 'UNACCOMPANIED_AND_SEPARATED_CHILDREN',
  MINORS_AGED_0_TO_5 = 'MINORS_AGED_0_TO_5',
  UNACCOMPANIED_AND_SEPARATED_AGED_0_TO_5 = 'UNACCOMPANIED_AND_SEPARATED_AGED_0_TO_5',
  UNACCOMPANIED_AND_SEPARATED_AGED_6_TO_12 = 'UNACCOMPANIED_AND_SEPARATED_AGED_6_TO_12',
  UNACCOMPANIED_AND_SEPARATED_AGED_13_TO_17 = 'UNACCOMPANIED_AND_SEPARATED_AGED_13_TO_17',
}
registerEnumType(SexAgeMeasure, {
  name: 'SexAgeMeasure',
  description:
    'What a figure by sex or age counts. Minors are under 18; WOMEN and MEN are adults where boys and girls stand beside ' +
    "them. Age bands of one publisher do not nest in another's.",
});
