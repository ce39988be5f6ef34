import { NONE } from '@pasarela/schema/access/levels';
import type { LabelTable } from '@pasarela/schema/labels/label';
import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
} from 'graphql';
import type { ServeContext } from '../domain/serve-context';
import { concreteName, withoutHidden } from './without-hidden';

/** Representations are answered one by one, in the order of their keys: nothing may be left out there. */
const ENTITIES = '_entities';

/**
 * Leaves out, at the source, what stands behind an interface or union and is of a type of which the
 * requester gets no field at all: its `__typename`, or an empty object in a list, would tell that it is
 * there (threat 11). It looks exactly like what does not exist.
 */
export function hideTypes(schema: GraphQLSchema, labels: LabelTable): void {
  const fieldsOf = new Map<string, readonly string[]>();
  for (const { coordinate, key, structural } of labels.fields.values()) {
    const type = coordinate.split('.')[0] as string;
    if (!key && !structural) fieldsOf.set(type, [...(fieldsOf.get(type) ?? []), coordinate]);
  }
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType))
    for (const field of Object.values(type.getFields())) hideInField(field, fieldsOf);
}

function hideInField(field: GraphQLField<unknown, ServeContext>, fieldsOf: ReadonlyMap<string, readonly string[]>) {
  const named = getNamedType(field.type);
  if (!isAbstractType(named) || field.name === ENTITIES) return;
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context, info) =>
    withoutHidden(resolve(source, args, context, info), async (value) => {
      const fields = fieldsOf.get(await concreteName(value, named, context, info)) ?? [];
      return fields.length > 0 && fields.every((coordinate) => context.level(coordinate) === NONE);
    });
}
