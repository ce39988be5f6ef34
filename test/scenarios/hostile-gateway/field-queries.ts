import { type GraphQLOutputType, getNamedType, isObjectType } from 'graphql';
import { argumentsOf, type FieldPath, REPRESENTATIONS } from './field-paths';

/** The key of every entity type; an id is one that nobody was given, for what is withheld is not even looked up. */
const KEYS: Readonly<Record<string, string>> = {
  ...REPRESENTATIONS,
  Permit: 'id: "AAAA"',
  UsaSmugglingCase: 'id: "AAAA"',
  ColombiaSmugglingCase: 'id: "AAAA"',
  PanamaSmugglingCase: 'id: "AAAA"',
};

/** What is selected of an object at the end of a way: as little as shows which one it is. */
const ENDS: Readonly<Record<string, string>> = {
  Place: '{ code }',
  Nationality: '{ code }',
  SmugglingCorridor: '{ code }',
  Count: '{ value state }',
};

function endOf(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  return isObjectType(named) ? (ENDS[named.name] ?? '{ __typename }') : '';
}

const DISGUISES = ['alias', 'inline fragment', 'named fragment', 'included'] as const;
type Disguise = 'plain' | (typeof DISGUISES)[number];

/**
 * Every query by which a field that is itself withheld is asked for: plainly, in one disguise (each has its
 * turn), and past the lists, by the key of its type.
 */
export function queriesForWithheld(path: FieldPath, turn: number): string[] {
  const last = path.steps.at(-1) as FieldPath['steps'][number];
  const inDisguise = queryFor(path, DISGUISES[turn % DISGUISES.length]);
  const byKey = last.type in KEYS ? [queryFor({ ...path, entity: last.type, steps: [last] })] : [];
  return [queryFor(path), inDisguise, ...byKey];
}

/** The smallest query for a field. @param disguise how the field itself is written. */
export function queryFor(path: FieldPath, disguise: Disguise = 'plain'): string {
  const last = path.steps.at(-1) as FieldPath['steps'][number];
  const field = `${last.field.name}${argumentsOf(last)} ${endOf(last.field.type)}`;
  const [selected, fragment] = disguised(field, last.type, disguise);
  const inner = path.steps
    .slice(0, -1)
    .reduceRight((below, step) => `${step.field.name}${argumentsOf(step)} { ${below} }`, selected);
  if (path.entity === undefined) return `{ ${inner} } ${fragment}`;
  const representation = `{ __typename: "${path.entity}", ${KEYS[path.entity]} }`;
  return `{ _entities(representations: [${representation}]) { ... on ${path.entity} { ${inner} } } } ${fragment}`;
}

function disguised(field: string, type: string, disguise: Disguise): readonly [selected: string, fragment: string] {
  switch (disguise) {
    case 'alias':
      return [`dataset: ${field}`, ''];
    case 'inline fragment':
      return [`... on ${type} { ${field} }`, ''];
    case 'named fragment':
      return ['...Harmless', `fragment Harmless on ${type} { ${field} }`];
    case 'included':
      return [`${field.replace(/^(\w+(\(.*?\))?)/, '$1 @include(if: true) @skip(if: false)')}`, ''];
    default:
      return [field, ''];
  }
}

/** Every value at the end of a way in an answer's data, lists written out. Where the way ends early there is none. */
export function valuesAt(data: unknown, path: FieldPath): unknown[] {
  const names = [...(path.entity ? ['_entities'] : []), ...path.steps.map(({ field }) => field.name)];
  const last = names.pop() as string;
  const parents = names.reduce<unknown[]>((values, name) => values.flatMap((value) => below(value, name)), [data]);
  return parents.map((parent) => (parent as Record<string, unknown>)[last]);
}

function below(value: unknown, name: string): unknown[] {
  const found = (value as Record<string, unknown>)[name];
  return (Array.isArray(found) ? found.flat(3) : [found]).filter((one) => one !== null && one !== undefined);
}
