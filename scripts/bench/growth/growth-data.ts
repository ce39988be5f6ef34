import { fieldName, fieldsOf, range, scalarOf } from './growth-fields';
import type { GrowthPoint } from './growth-point';

/** An entity as one subgraph tells another of it. */
interface EntryReference {
  readonly id: string;
}

const idOf = (entry: number): string => `entry-${String(entry).padStart(6, '0')}`;
const entryOf = ({ id }: EntryReference): number => Number(id.slice('entry-'.length));

/** The value of a field of an entity: few are equal, so that nothing is gained by what repeats. */
function fieldValue(entry: number, field: number): string | number | boolean {
  const scalar = scalarOf(field);
  if (scalar === 'String') return `Synthetic text ${entry * 7 + field}`;
  if (scalar === 'Int') return entry * 211 + field;
  if (scalar === 'Float') return entry + field / 8;
  return (entry + field) % 3 === 0;
}

/** What answers for a subgraph of a point, from nothing but the key. */
export function growthResolvers(point: GrowthPoint, subgraph: number): object {
  const fields = fieldsOf(point, subgraph).map((field) => [
    fieldName(field),
    (reference: EntryReference) => fieldValue(entryOf(reference), field),
  ]);
  const entries = (_: unknown, { first }: { first: number }) => range(first).map((entry) => ({ id: idOf(entry) }));
  return {
    ...(subgraph === 0 && { Query: { entries } }),
    Entry: { ...Object.fromEntries(fields), __resolveReference: ({ id }: EntryReference) => ({ id }) },
  };
}

/** The data of a right answer to a point's question. */
export const expectedData = ({ entities, fields }: GrowthPoint): object => ({
  entries: range(entities).map((entry) => ({
    id: idOf(entry),
    ...Object.fromEntries(range(fields).map((field) => [fieldName(field), fieldValue(entry, field)])),
  })),
});
