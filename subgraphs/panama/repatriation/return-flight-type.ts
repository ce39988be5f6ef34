import { registerEnumType } from 'type-graphql';

/** How people were flown. */
export enum ReturnFlightType {
  CHARTER = 'CHARTER',
  COMMERCIAL = 'COMMERCIAL',
}
registerEnumType(ReturnFlightType, {
  name: 'ReturnFlightType',
  description: 'How people were flown: on a chartered flight, or with tickets for a commercial one.',
});
