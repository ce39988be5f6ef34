import { type GraphQLField, type GraphQLSchema, getNamedType, isAbstractType, isObjectType } from 'graphql';
import type { ServeContext } from '../domain/serve-context';

/** The fields of a schema that lead to an object of a wanted type, be it behind an interface or a union. */
export function fieldsLeadingTo(
  schema: GraphQLSchema,
  isWanted: (type: string) => boolean,
): GraphQLField<unknown, ServeContext>[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => Object.values(type.getFields()))
    .filter((field) => {
      const named = getNamedType(field.type);
      const types = isAbstractType(named) ? schema.getPossibleTypes(named) : [named];
      return types.some(({ name }) => isWanted(name));
    });
}
