import type { LabelTable } from '@pasarela/schema/labels/label';
import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
} from 'graphql';
import { recordOf } from '../domain/raw-record';
import type { ServeContext } from '../domain/serve-context';
import { concreteName } from '../mask/without-hidden';

/**
 * Notes each stored record that an answer holds, on every way to it. Only fields that lead to a record type are
 * wrapped. INVARIANT: done after rows are hidden, so that what is hidden is not noted.
 */
export function noteRecords(schema: GraphQLSchema, labels: LabelTable): void {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType))
    for (const field of Object.values(type.getFields()))
      if (leadsToRecords(getNamedType(field.type), schema, labels)) noteInField(field, labels);
}

function leadsToRecords(named: GraphQLNamedType, schema: GraphQLSchema, labels: LabelTable): boolean {
  if (isAbstractType(named)) return schema.getPossibleTypes(named).some(({ name }) => labels.records.has(name));
  return labels.records.has(named.name);
}

function noteInField(field: GraphQLField<unknown, ServeContext>, labels: LabelTable): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  const named = getNamedType(field.type);
  field.resolve = async (source, args, context, info) => {
    const resolved: unknown = await resolve(source, args, context, info);
    for (const value of await flattened(resolved)) {
      const type = isAbstractType(named) ? await concreteName(value, named, context, info) : named.name;
      if (labels.records.has(type)) context.disclosed.add(type, recordOf(value));
    }
    return resolved;
  };
}

/** The objects of a value or of a list of them, lists in lists too. */
async function flattened(resolved: unknown): Promise<object[]> {
  const value = await resolved;
  if (value === null || typeof value !== 'object') return [];
  if (!(Symbol.iterator in value)) return [value];
  return (await Promise.all([...(value as Iterable<unknown>)].map(flattened))).flat();
}
