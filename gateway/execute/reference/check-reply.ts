import {
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { ReplyMismatch } from '../compile/generated-code';

/**
 * Checks a subgraph's data against the operation that was sent and the subgraph's schema, and gives back
 * only what was asked: extra fields are dropped (threat 61), a wrongly typed value is a ReplyMismatch,
 * never a silent null. Objects are made without a prototype, so no name in a reply reaches one.
 */
export function checkReply(
  data: unknown,
  operation: OperationDefinitionNode,
  schema: GraphQLSchema,
): Record<string, unknown> {
  const root = schema.getRootType(operation.operation);
  if (!root) throw new ReplyMismatch();
  return checkObject(data, operation.selectionSet, root.name, schema);
}

function checkObject(
  value: unknown,
  set: SelectionSetNode,
  typeName: string,
  schema: GraphQLSchema,
): Record<string, unknown> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new ReplyMismatch();
  const source = value as Record<string, unknown>;
  const result: Record<string, unknown> = Object.create(null);
  collect(source, set, typeName, { schema, result });
  return result;
}

interface Collecting {
  readonly schema: GraphQLSchema;
  readonly result: Record<string, unknown>;
}

function collect(source: Record<string, unknown>, set: SelectionSetNode, typeName: string, into: Collecting): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value ?? typeName;
      if (applies(source, condition, typeName, into.schema)) collect(source, selection.selectionSet, condition, into);
    } else if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      const given = Object.hasOwn(source, key) ? source[key] : undefined;
      const checked = checkField(given, selection.name.value, selection.selectionSet, {
        typeName,
        schema: into.schema,
      });
      into.result[key] = mergeObjects(into.result[key], checked);
    }
  }
}

function applies(source: Record<string, unknown>, condition: string, typeName: string, schema: GraphQLSchema): boolean {
  if (condition === typeName) return true;
  const concrete = schema.getType(typeof source.__typename === 'string' ? source.__typename : typeName);
  const wanted = schema.getType(condition);
  if (!isObjectType(concrete)) return Object.keys(source).length > 0 && !('__typename' in source);
  return concrete === wanted || (isAbstractType(wanted) && schema.isSubType(wanted, concrete));
}

interface FieldPlace {
  readonly typeName: string;
  readonly schema: GraphQLSchema;
}

function checkField(
  value: unknown,
  name: string,
  set: SelectionSetNode | undefined,
  { typeName, schema }: FieldPlace,
): unknown {
  if (name === '__typename') {
    if (typeof value === 'string' && isObjectType(schema.getType(value))) return value;
    throw new ReplyMismatch();
  }
  const type = schema.getType(typeName);
  const field = type && 'getFields' in type ? type.getFields()[name] : undefined;
  if (!field) throw new ReplyMismatch();
  return checkValue(value, field.type as GraphQLOutputType, set, schema);
}

function checkValue(
  value: unknown,
  type: GraphQLOutputType,
  set: SelectionSetNode | undefined,
  schema: GraphQLSchema,
): unknown {
  if (isNonNullType(type)) {
    if (value === null || value === undefined) throw new ReplyMismatch();
    return checkValue(value, type.ofType, set, schema);
  }
  if (value === null) return null;
  if (value === undefined) throw new ReplyMismatch();
  if (isListType(type)) {
    if (!Array.isArray(value)) throw new ReplyMismatch();
    return value.map((item) => checkValue(item, type.ofType, set, schema));
  }
  if (isLeafType(type))
    return checkLeaf(value, type.name, isEnumType(type) ? type.getValues().map(({ name }) => name) : undefined);
  const named = getNamedType(type);
  if (!set || !isCompositeType(named)) throw new ReplyMismatch();
  return checkObject(value, set, concreteName(value, named.name, schema), schema);
}

/** The object's own type where it says so; else the type that the field returns. */
function concreteName(value: unknown, typeName: string, schema: GraphQLSchema): string {
  const stated = (value as { __typename?: unknown }).__typename;
  return typeof stated === 'string' && isObjectType(schema.getType(stated)) ? stated : typeName;
}

const LEAF_TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  Int: (value) => Number.isInteger(value),
  Float: (value) => typeof value === 'number',
  Boolean: (value) => typeof value === 'boolean',
  String: (value) => typeof value === 'string',
  ID: (value) => typeof value === 'string' || Number.isInteger(value),
};

function checkLeaf(value: unknown, typeName: string, names: readonly string[] | undefined): unknown {
  const fits = names
    ? typeof value === 'string' && names.includes(value)
    : (LEAF_TYPES[typeName] ?? ((leaf) => typeof leaf !== 'object'))(value);
  if (!fits) throw new ReplyMismatch();
  return value;
}

function mergeObjects(known: unknown, added: unknown): unknown {
  if (known === undefined) return added;
  if (Array.isArray(known) && Array.isArray(added)) return known.map((item, index) => mergeObjects(item, added[index]));
  if (known !== null && added !== null && typeof known === 'object' && typeof added === 'object') {
    const merged = known as Record<string, unknown>;
    for (const [key, value] of Object.entries(added)) merged[key] = mergeObjects(merged[key], value);
    return merged;
  }
  return added;
}
