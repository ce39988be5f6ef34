import type { RuleSet } from '@pasarela/schema/access/rule-set';
import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
} from 'graphql';
import { recordOf } from '../domain/raw-record';
import type { ServeContext } from '../domain/serve-context';
import { concreteName, withoutHidden } from './without-hidden';

/** The plumbing field in which each representation keeps its place: a hidden row is null there. */
const ENTITIES = '_entities';
/** Where an edge keeps its row. */
const NODE = 'node';

/**
 * Leaves out, at the source, rows that do not exist for the requester, on every way to them: lists, edges,
 * single objects, entities by key, interfaces and unions. Only fields that lead to a type with a row rule are
 * wrapped. A row without a stored record behind it is unknown to every condition and left out.
 */
export function hideRows(schema: GraphQLSchema, ruleSet: RuleSet): void {
  if (ruleSet.rowCaps.size === 0) return;
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType))
    for (const field of Object.values(type.getFields())) hideInField(field, schema, ruleSet);
}

function hideInField(field: GraphQLField<unknown, ServeContext>, schema: GraphQLSchema, ruleSet: RuleSet): void {
  const named = getNamedType(field.type);
  const rowsOf = rowFinder(named, schema, ruleSet);
  if (!rowsOf) return;
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = async (source, args, context, info) => {
    const isHidden = async (value: object): Promise<boolean> => {
      const row = await rowsOf(value, context, info);
      return row !== undefined && !context.exists(row.type, recordOf(row.value));
    };
    const resolved = resolve(source, args, context, info);
    return field.name === ENTITIES ? inPlace(resolved, isHidden) : withoutHidden(resolved, isHidden);
  };
}

/** The row that an object is or holds, by its type. */
type RowFinder = (
  value: object,
  context: ServeContext,
  info: GraphQLResolveInfo,
) => Promise<{ type: string; value: unknown } | undefined>;

function rowFinder(named: GraphQLNamedType, schema: GraphQLSchema, ruleSet: RuleSet): RowFinder | undefined {
  const { rowCaps, labels } = ruleSet;
  if (isAbstractType(named)) {
    if (!schema.getPossibleTypes(named).some(({ name }) => rowCaps.has(name))) return undefined;
    return async (value, context, info) => {
      const type = await concreteName(value, named, context, info);
      return rowCaps.has(type) ? { type, value } : undefined;
    };
  }
  if (!isObjectType(named)) return undefined;
  if (rowCaps.has(named.name)) return async (value) => ({ type: named.name, value });
  const node = named.getFields()[NODE];
  const type = node && getNamedType(node.type);
  const isEdge = labels.fields.get(`${named.name}.${NODE}`)?.structural === true;
  const ofNode = type && isEdge ? rowFinder(type, schema, ruleSet) : undefined;
  return ofNode && (async (value, context, info) => ofNode((value as { node: object }).node, context, info));
}

async function inPlace(resolved: unknown, isHidden: (value: object) => Promise<boolean>): Promise<unknown> {
  const entities = (await resolved) as readonly unknown[];
  return Promise.all(entities.map((entity) => withoutHidden(entity, isHidden)));
}
