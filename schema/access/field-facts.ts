import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
} from 'graphql';

/** What a walk needs of a field, worked out once for a schema. */
export interface FieldFacts {
  readonly field: GraphQLField<unknown, unknown>;
  /** `Type.field`. */
  readonly coordinate: string;
  /** One `.@` for each list that its type is wrapped in. */
  readonly marks: string;
  /** The type of its objects; undefined where it returns a leaf. */
  readonly objects: GraphQLCompositeType | undefined;
}

const factsByType = new WeakMap<GraphQLObjectType, Map<string, FieldFacts>>();

/** The facts of a type's fields, by name. */
export function factsOf(parent: GraphQLObjectType): ReadonlyMap<string, FieldFacts> {
  let ofType = factsByType.get(parent);
  if (!ofType) {
    ofType = new Map(Object.values(parent.getFields()).map((field) => [field.name, makeFacts(parent, field)]));
    factsByType.set(parent, ofType);
  }
  return ofType;
}

function makeFacts(parent: GraphQLObjectType, field: GraphQLField<unknown, unknown>): FieldFacts {
  const type = getNamedType(field.type);
  return {
    field,
    coordinate: `${parent.name}.${field.name}`,
    marks: listMarks(field.type),
    objects: isCompositeType(type) ? type : undefined,
  };
}

function listMarks(type: GraphQLOutputType): string {
  if (isNonNullType(type)) return listMarks(type.ofType);
  return isListType(type) ? `.@${listMarks(type.ofType)}` : '';
}
