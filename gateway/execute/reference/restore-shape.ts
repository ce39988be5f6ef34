import { TYPENAME_ALIAS } from '@pasarela/schema/access/operation-walk';
import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { fetchedKey } from '../../fetched-keys';
import { type AskedOperation, askedFields } from '../compile/asked-fields';

/** What gives an answer the shape of its question. */
export interface Shape extends AskedOperation {
  /** Answers to `__schema` and `__type`, by response key. */
  readonly introspection: Readonly<Record<string, unknown>>;
}

type Data = Readonly<Record<string, unknown>>;

/**
 * Gives fetched data the shape of the operation as it was asked: withheld fields as null, in the order
 * of the query, and nothing that the query did not ask for. A null where the schema allows none makes
 * its parent null, as GraphQL says.
 */
export function restoreShape(
  data: Data | null,
  set: SelectionSetNode,
  root: GraphQLObjectType,
  shape: Shape,
): Data | null {
  return data && restoreObject(data, [set], root, shape);
}

function restoreObject(
  data: Data,
  sets: readonly SelectionSetNode[],
  type: GraphQLObjectType,
  shape: Shape,
): Data | null {
  const result: Record<string, unknown> = Object.create(null);
  for (const [key, nodes] of askedFields(type, sets, shape)) {
    const value = restoreField(data, key, nodes, { type, shape });
    if (value === undefined) return null;
    result[key] = value;
  }
  return result;
}

/** The value of one response key; undefined when it is null and must not be. */
function restoreField(
  data: Data,
  key: string,
  nodes: readonly FieldNode[],
  { type, shape }: { type: GraphQLObjectType; shape: Shape },
): unknown {
  const name = (nodes[0] as FieldNode).name.value;
  if (name === '__typename') return type.name;
  if (name.startsWith('__')) return Object.hasOwn(shape.introspection, key) ? shape.introspection[key] : undefined;
  const field = type.getFields()[name];
  if (!field) return undefined;
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const fetched = fetchedKey(nodes[0] as FieldNode);
  return restoreValue(Object.hasOwn(data, fetched) ? data[fetched] : null, field.type, { sets, shape });
}

/** What is asked of a value, and the shape that it gets. */
interface Asked {
  readonly sets: readonly SelectionSetNode[];
  readonly shape: Shape;
}

/** The value in the shape of its type; undefined when it is null and must not be. */
function restoreValue(value: unknown, type: GraphQLOutputType, asked: Asked): unknown {
  if (isNonNullType(type)) return restoreValue(value, type.ofType, asked) ?? undefined;
  if (value === null || value === undefined) return null;
  if (isListType(type)) {
    const items = Array.isArray(value) ? value.map((item) => restoreValue(item, type.ofType, asked)) : [undefined];
    return items.includes(undefined) ? null : items;
  }
  return isCompositeType(type) ? restoreComposite(value, type, asked) : value;
}

function restoreComposite(value: unknown, type: GraphQLCompositeType, { sets, shape }: Asked): Data | null {
  if (typeof value !== 'object' || Array.isArray(value)) return null;
  const data = value as Data;
  const concrete = isAbstractType(type) ? shape.schema.getType(String(data[TYPENAME_ALIAS])) : type;
  return isObjectType(concrete) ? restoreObject(data, sets, concrete, shape) : null;
}
