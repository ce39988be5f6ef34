import { registerEnumType } from 'type-graphql';

/** Sex as the source registers it. */
export enum Sex {
  FEMALE = 'FEMALE',
  MALE = 'MALE',
}
registerEnumType(Sex, { name: 'Sex', description: 'Sex as the source registers it.' });
