import type { GrowthPoint } from './growth-point';

/** The types of fields, in turn. */
const SCALARS = ['String', 'Int', 'Boolean', 'Float'] as const;

/** The type of a field by its place. */
export const scalarOf = (field: number): (typeof SCALARS)[number] => SCALARS[field % SCALARS.length] ?? SCALARS[0];
/** The name of a field by its place. */
export const fieldName = (field: number): string => `field${field + 1}`;
/** The names of as many fields. */
export const fieldNames = (count: number): string[] => range(count).map(fieldName);

/** The places of the fields that a subgraph adds to the entity: as many as every other does, or one less. */
export const fieldsOf = ({ fields, subgraphs }: GrowthPoint, subgraph: number): number[] =>
  range(fields).filter((field) => Math.floor((field * subgraphs) / fields) === subgraph);

/** The whole numbers from 0 on, as many. */
export const range = (length: number): number[] => Array.from({ length }, (_, index) => index);
