import {
  type ConstDirectiveNode,
  type FieldNode,
  type GraphQLSchema,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { selectedFields } from './selected-fields';

/**
 * The response keys of what a fetch asks of entities of a type that requires a member of them; undefined where none
 * says so: then the member is a key, and nothing can be asked without it.
 */
export type DependentFields = (typeName: string, member: string) => readonly string[] | undefined;

/** Reads from a subgraph's own schema which of the fields that a fetch asks for require what. */
export function compileDependents(operation: OperationDefinitionNode, schema: GraphQLSchema): DependentFields {
  const { selectionSet } = operation.selectionSet.selections[0] as FieldNode;
  const known = new Map<string, ReadonlyMap<string, readonly string[]>>();
  return (typeName, member) => {
    const ofType = known.get(typeName) ?? requiredIn(typeName, selectionSet, schema);
    known.set(typeName, ofType);
    const dependents = [...ofType].filter(([, members]) => members.includes(member)).map(([key]) => key);
    return dependents.length > 0 ? dependents : undefined;
  };
}

function requiredIn(typeName: string, set: FieldNode['selectionSet'], schema: GraphQLSchema) {
  const type = schema.getType(typeName);
  if (!isObjectType(type) || !set) return new Map<string, readonly string[]>();
  const fields = [...selectedFields(type, [set], schema)];
  return new Map(fields.map(([key, { name }]) => [key, membersRequired(type.getFields()[name]?.astNode?.directives)]));
}

/** What `@requires` names, under whatever prefix its link gives it. */
function membersRequired(directives: readonly ConstDirectiveNode[] = []): string[] {
  return directives.flatMap(({ name, arguments: given }) => {
    const fields = given?.find((argument) => argument.name.value === 'fields')?.value;
    if (!/(^|__)requires$/.test(name.value) || fields?.kind !== Kind.STRING) return [];
    const [definition] = parse(`{${fields.value}}`, { noLocation: true }).definitions;
    const selections = definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [];
    return selections.flatMap((selection) => (selection.kind === Kind.FIELD ? [selection.name.value] : []));
  });
}
