import { type GraphQLSchema, isObjectType } from 'graphql';

/** Whether a schema has a field `Type.field` on an object; a text of another form names none. */
export function hasField(schema: GraphQLSchema, coordinate: string): boolean {
  const [, typeName = '', field = ''] = /^(\w{1,200})\.(\w{1,200})$/.exec(coordinate) ?? [];
  const type = schema.getType(typeName);
  return isObjectType(type) && Object.hasOwn(type.getFields(), field);
}
