import {
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type InterfaceTypeExtensionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  type TypeNode,
} from 'graphql';

/** An object or interface type, or an extension of one. */
export type FieldsType =
  | ObjectTypeDefinitionNode
  | InterfaceTypeDefinitionNode
  | ObjectTypeExtensionNode
  | InterfaceTypeExtensionNode;

/** A field and the node in which it stands. */
export interface FieldOfType {
  readonly type: FieldsType;
  readonly field: FieldDefinitionNode;
  readonly coordinate: string;
}

/** The types of a schema that have fields. */
export const fieldsTypes = (document: DocumentNode): FieldsType[] =>
  document.definitions.filter(
    (node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION ||
      node.kind === Kind.INTERFACE_TYPE_DEFINITION ||
      node.kind === Kind.OBJECT_TYPE_EXTENSION ||
      node.kind === Kind.INTERFACE_TYPE_EXTENSION,
  );

/** Every field of a schema's types. */
export const fieldsOf = (types: readonly FieldsType[]): FieldOfType[] =>
  types.flatMap((type) =>
    (type.fields ?? []).map((field) => ({ type, field, coordinate: `${type.name.value}.${field.name.value}` })),
  );

/** The named type that each field returns, by its coordinate. */
export const returnedTypes = (fields: readonly FieldOfType[]): ReadonlyMap<string, string> =>
  new Map(fields.map(({ coordinate, field }) => [coordinate, namedType(field.type)]));

/** A type without its lists and non-nulls. */
export function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
