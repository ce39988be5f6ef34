import type { ValueKind } from './label';

/** INVARIANT: the type that a field returns decides its chain of levels, so the two can never disagree. */
const KIND_BY_TYPE: ReadonlyMap<string, ValueKind> = new Map([
  ['PartialDate', 'date'],
  ['BirthDate', 'birthDate'],
  ['Place', 'place'],
  ['PersonKey', 'identifier'],
  ['Count', 'count'],
  ['SpecificNeed', 'needs'],
]);

/** The kind of value that a field of the named type holds. */
export const valueKindOf = (typeName: string): ValueKind => KIND_BY_TYPE.get(typeName) ?? 'other';
