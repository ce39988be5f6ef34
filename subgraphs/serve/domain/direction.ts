import { registerEnumType } from 'type-graphql';

/** Which way the people of a count crossed the border between Colombia and Panama. */
export enum Direction {
  NORTH = 'NORTH',
  SOUTH = 'SOUTH',
}
registerEnumType(Direction, {
  name: 'Direction',
  description: 'NORTH: from Colombia into Panama. SOUTH: the reverse flow, from Panama into Colombia.',
});
