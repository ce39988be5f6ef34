import { NONE } from '@pasarela/schema/access/levels';
import type { LabelTable } from '@pasarela/schema/labels/label';
import {
  defaultFieldResolver,
  defaultTypeResolver,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
} from 'graphql';
import type { ServeContext } from '../domain/serve-context';

/** Stands for an object that the requester may not even know of, until it is left out. */
const HIDDEN = Symbol('hidden');
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

type FieldsOf = ReadonlyMap<string, readonly string[]>;

function hideInField(field: GraphQLField<unknown, ServeContext>, fieldsOf: FieldsOf): void {
  const named = getNamedType(field.type);
  if (!isAbstractType(named) || field.name === ENTITIES) return;
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = async (source, args, context, info) => {
    const isHidden = async (value: object) => {
      const fields = fieldsOf.get(await concreteName(value, named, context, info)) ?? [];
      return fields.length > 0 && fields.every((coordinate) => context.level(coordinate) === NONE);
    };
    const shown = await withoutHidden(resolve(source, args, context, info), isHidden);
    return shown === HIDDEN ? null : shown;
  };
}

async function withoutHidden(value: unknown, isHidden: (value: object) => Promise<boolean>): Promise<unknown> {
  const settled = await value;
  if (settled === null || typeof settled !== 'object') return settled;
  if (!(Symbol.iterator in settled)) return (await isHidden(settled)) ? HIDDEN : settled;
  const items = await Promise.all([...(settled as Iterable<unknown>)].map((item) => withoutHidden(item, isHidden)));
  return items.filter((item) => item !== HIDDEN);
}

/** The object's own type by the schema's resolver; a name that is no type fails later, as without hiding. */
async function concreteName(
  value: object,
  type: GraphQLAbstractType,
  context: ServeContext,
  info: GraphQLResolveInfo,
): Promise<string> {
  return (await (type.resolveType ?? defaultTypeResolver)(value, context, info, type)) ?? '';
}
