import { Kind, parse, type SelectionSetNode } from 'graphql';

/**
 * The coordinates that a federation field set names (`"id owner { code }"`), nested ones included.
 * @param typeKinds the named type that each coordinate returns.
 */
export function parseFieldSet(fieldSet: string, typeName: string, typeKinds: ReadonlyMap<string, string>): string[] {
  const definition = parse(`{ ${fieldSet} }`).definitions[0];
  return definition?.kind === Kind.OPERATION_DEFINITION
    ? coordinates(definition.selectionSet, typeName, typeKinds)
    : [];
}

function coordinates(set: SelectionSetNode, typeName: string, typeKinds: ReadonlyMap<string, string>): string[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return coordinates(selection.selectionSet, selection.typeCondition?.name.value ?? typeName, typeKinds);
    }
    if (selection.kind !== Kind.FIELD || selection.name.value === '__typename') return [];
    const coordinate = `${typeName}.${selection.name.value}`;
    const returned = typeKinds.get(coordinate);
    return [
      coordinate,
      ...(selection.selectionSet && returned ? coordinates(selection.selectionSet, returned, typeKinds) : []),
    ];
  });
}
