import { MapperKind, mapSchema } from '@graphql-tools/utils';
import type { GraphQLFieldConfig, GraphQLNamedType, GraphQLSchema } from 'graphql';

type Described = { readonly description?: string | null | undefined };

/** The same schema with its descriptions in Spanish; where there is no Spanish text the English one stays. */
export function inSpanish(schema: GraphQLSchema, spanish: ReadonlyMap<string, string>): GraphQLSchema {
  const translated = <Config extends Described>(config: Config): Config => {
    const text = spanish.get(config.description ?? '');
    return text === undefined ? config : { ...config, description: text };
  };
  return mapSchema(schema, {
    [MapperKind.TYPE]: (type) => withDescription(type, spanish),
    [MapperKind.FIELD]: (field) => withArguments(translated(field), translated),
    [MapperKind.ENUM_VALUE]: translated,
  });
}

function withDescription(type: GraphQLNamedType, spanish: ReadonlyMap<string, string>): GraphQLNamedType {
  const text = spanish.get(type.description ?? '');
  if (text === undefined) return type;
  const Type = type.constructor as new (config: object) => GraphQLNamedType;
  return new Type({ ...type.toConfig(), description: text });
}

/** A field of an input has no arguments. */
function withArguments<Field extends object>(field: Field, translated: <Of extends Described>(of: Of) => Of): Field {
  const { args } = field as Partial<GraphQLFieldConfig<unknown, unknown>>;
  if (!args) return field;
  const inSpanish = Object.entries(args).map(([name, argument]) => [name, translated(argument)] as const);
  return { ...field, args: Object.fromEntries(inSpanish) };
}
