import { argument, directive, directives } from '@pasarela/schema/labels/read-directive';
import { type FieldsType, fieldsTypes } from '@pasarela/schema/labels/subgraph-types';
import { type DocumentNode, Kind, parse, type SelectionSetNode } from 'graphql';

/** The fields that may stand in an object, each with the shape of what is below it; a leaf has none. */
export interface Shape extends ReadonlyMap<string, Shape> {}

type ShapeInTheMaking = Map<string, ShapeInTheMaking>;

/**
 * What a representation of each entity of a schema may hold: its keys, and what its `@requires` name.
 * Entities are object types with a key of their own.
 *
 * @param named the schema's text, every directive under its real name.
 */
export function representationShapes(named: DocumentNode): ReadonlyMap<string, Shape> {
  const types = fieldsTypes(named).filter(isObject);
  const entities = new Set(types.filter((type) => directive(type, 'key')).map(({ name }) => name.value));
  const shapes = new Map<string, ShapeInTheMaking>([...entities].map((name) => [name, new Map()]));
  for (const type of types) {
    const shape = shapes.get(type.name.value);
    if (shape) for (const fieldSet of fieldSets(type)) addFields(shape, fieldSet);
  }
  return shapes;
}

const isObject = ({ kind }: FieldsType): boolean =>
  kind === Kind.OBJECT_TYPE_DEFINITION || kind === Kind.OBJECT_TYPE_EXTENSION;

function fieldSets(type: FieldsType): SelectionSetNode[] {
  const naming = [...directives(type, 'key'), ...(type.fields ?? []).flatMap((field) => directives(field, 'requires'))];
  return naming.flatMap((node) => {
    const [definition] = parse(`{ ${String(argument(node, 'fields'))} }`).definitions;
    return definition?.kind === Kind.OPERATION_DEFINITION ? [definition.selectionSet] : [];
  });
}

function addFields(shape: ShapeInTheMaking, { selections }: SelectionSetNode): void {
  for (const selection of selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) addFields(shape, selection.selectionSet);
    if (selection.kind !== Kind.FIELD) continue;
    const below = shape.get(selection.name.value) ?? new Map();
    if (selection.selectionSet) addFields(below, selection.selectionSet);
    shape.set(selection.name.value, below);
  }
}
