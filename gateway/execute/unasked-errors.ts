import type { QueryPlan } from '@apollo/query-planner';
import { TYPENAME_ALIAS } from '@pasarela/schema/access/operation-walk';
import {
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { fetchedKey } from '../fetched-keys';
import type { Problem } from '../request-state';
import { requiredKeys } from './compile/required-keys';
import { selectedFields } from './compile/selected-fields';

/** What was asked of the subgraphs, and what came. */
export interface FetchedQuestion {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  /** What is left of the question to fetch, written out. */
  readonly pruned: SelectionSetNode;
  readonly plan: QueryPlan | null;
  /** As merged. */
  readonly data: object;
}

/**
 * Problems without errors of fields that are asked of other types of object alone than the one at which they stand: a
 * plan asks of all members of an interface what an interface object adds to some.
 * INVARIANT: nothing that was asked is missing by an error that is left out: the object's type is known, the object
 * lacks nothing that is asked of it, and no fetch requires the field. In doubt an error is told.
 */
export function withoutUnasked(problems: readonly Problem[], question: FetchedQuestion): readonly Problem[] {
  const places = new Set(problems.flatMap(({ path }) => (path ? [path.join('.')] : [])));
  return problems.filter(({ path }) => !path || !isUnasked(path, { ...question, places }));
}

/** With the places of all errors: what is missing at one of them is missing by that one. */
interface Searched extends FetchedQuestion {
  readonly places: ReadonlySet<string>;
}

/** Where a walk along an error's path stands: the declared type, what is selected there, and what came. */
interface Place {
  readonly type: GraphQLCompositeType;
  readonly sets: readonly SelectionSetNode[];
  /** What is selected there whatever the types of the objects above are. */
  readonly ofAny: readonly SelectionSetNode[];
  readonly value: unknown;
}

function isUnasked(path: NonNullable<Problem['path']>, question: Searched): boolean {
  const { schema, operation, pruned, data } = question;
  let place: Place | undefined = rootPlace(schema.getRootType(operation.operation), pruned, data);
  for (const [depth, key] of path.entries()) {
    if (!place) return false;
    if (typeof key === 'number') place = { ...place, value: Array.isArray(place.value) ? place.value[key] : undefined };
    else {
      const type = typeAt(place, schema);
      if (!type) return false;
      if (!selectedFields(type, place.sets, schema).has(key)) {
        const above = path.slice(0, depth).join('.');
        return isOfOthers(key, { place, type, above, question });
      }
      place = within(key, { ...place, type }, { ...place, schema });
    }
  }
  return false;
}

function rootPlace(
  type: GraphQLObjectType | null | undefined,
  pruned: SelectionSetNode,
  value: object,
): Place | undefined {
  return type ? { type, sets: [pruned], ofAny: [pruned], value } : undefined;
}

/** The type of the object at a place; undefined where nothing says it. */
function typeAt({ type, value }: Place, schema: GraphQLSchema): GraphQLObjectType | undefined {
  if (isObjectType(type)) return type;
  const name = memberOf(value, TYPENAME_ALIAS);
  return schema.getPossibleTypes(type).find((one) => one.name === name);
}

function within(key: string, place: Place & { readonly type: GraphQLObjectType }, declared: DeclaredPlace) {
  const field = selectedFields(place.type, place.sets, declared.schema).get(key);
  const inner = field && getNamedType(place.type.getFields()[field.name]?.type);
  if (!field || !isCompositeType(inner)) return undefined;
  const value = memberOf(place.value, keyOfData(key, field.name));
  return { type: inner, sets: field.sets, ofAny: setsOfAny(key, declared), value };
}

/** A place before anything is known of the object there. */
interface DeclaredPlace {
  readonly type: GraphQLCompositeType;
  readonly ofAny: readonly SelectionSetNode[];
  readonly schema: GraphQLSchema;
}

/** What is selected under a key of objects of any type. */
function setsOfAny(key: string, { type, ofAny, schema }: DeclaredPlace): SelectionSetNode[] {
  return [...new Set(typesOf(type, schema).flatMap((one) => selectedFields(one, ofAny, schema).get(key)?.sets ?? []))];
}

const typesOf = (type: GraphQLCompositeType, schema: GraphQLSchema): readonly GraphQLObjectType[] =>
  isObjectType(type) ? [type] : schema.getPossibleTypes(type);

interface Unselected {
  readonly place: Place;
  /** The object's own. */
  readonly type: GraphQLObjectType;
  /** Its own place. */
  readonly above: string;
  readonly question: Searched;
}

/** Whether a key that is not selected of an object is selected of others of its kind, and of no use here. */
function isOfOthers(key: string, unselected: Unselected): boolean {
  const { place, question } = unselected;
  const { schema } = question;
  const isSelected = typesOf(place.type, schema).some((one) => selectedFields(one, place.ofAny, schema).has(key));
  return isSelected && !(question.plan && requiredKeys(question.plan).has(key)) && hasAll(unselected);
}

/** Whether all came that is asked of an object, be it null, or an error of its own tells why not. */
function hasAll({ place: { sets, value }, type, above, question: { schema, places } }: Unselected): boolean {
  const asked = [...selectedFields(type, sets, schema)].filter(([, { name }]) => !name.startsWith('__'));
  return asked.every(
    ([key, { name }]) => memberOf(value, keyOfData(key, name)) !== undefined || places.has(`${above}.${key}`),
  );
}

const keyOfData = (key: string, name: string): string =>
  fetchedKey({ alias: { kind: Kind.NAME, value: key }, name: { kind: Kind.NAME, value: name } });

const memberOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
