import { type DocumentNode, type InputValueDefinitionNode, Kind } from 'graphql';
import type { Sensitivity, Subject } from '../directives';
import type { FieldLabel, InputLabel, RecordLabel } from './label';
import { parseFieldSet } from './parse-field-set';
import { parseWithRealNames } from './parse-with-real-names';
import { argument, directive, directives } from './read-directive';
import { readRecords } from './read-records';
import { type FieldOfType, type FieldsType, fieldsOf, fieldsTypes, namedType, returnedTypes } from './subgraph-types';
import { valueKindOf } from './value-kind';

/** One subgraph's labels, read from its own SDL. */
export interface SubgraphLabels {
  readonly fields: readonly FieldLabel[];
  readonly inputs: readonly InputLabel[];
  readonly records: readonly RecordLabel[];
  /** An interface or union and one type behind it, a pair each. */
  readonly members: ReadonlyArray<readonly [abstract: string, member: string]>;
}

/**
 * Reads the labels of one subgraph from its SDL, directives by their real names. Fields marked `@external`
 * belong to another and are left out.
 */
export function readSubgraphLabels(subgraph: string, sdl: string): SubgraphLabels {
  const document = parseWithRealNames(sdl);
  const types = fieldsTypes(document);
  const fields = fieldsOf(types);
  const returned = returnedTypes(fields);
  const context = { subgraph, returned, keys: keysOf(types, returned), dimensions: dimensionsOf(fields) };
  return {
    fields: fields.filter((place) => !isExternal(place)).map((place) => fieldLabel(place, context)),
    inputs: readInputs(subgraph, document, fields),
    records: readRecords(subgraph, document),
    members: readMembers(document),
  };
}

function readMembers(document: DocumentNode): Array<readonly [string, string]> {
  return document.definitions.flatMap((node) => {
    if (node.kind === Kind.UNION_TYPE_DEFINITION || node.kind === Kind.UNION_TYPE_EXTENSION)
      return (node.types ?? []).map((type) => [node.name.value, type.name.value] as const);
    if (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION)
      return (node.interfaces ?? []).map((parent) => [parent.name.value, node.name.value] as const);
    return [];
  });
}

/** A type that is external has external fields only. */
const isExternal = ({ type, field }: FieldOfType): boolean =>
  directive(field, 'external') !== undefined || directive(type, 'external') !== undefined;

/** What the labels of a field are read with. */
interface SchemaContext {
  readonly subgraph: string;
  readonly returned: ReadonlyMap<string, string>;
  /** Every field that a key of its own type names. */
  readonly keys: ReadonlySet<string>;
  /** The coordinates of the dimensions by which figures of a type are counted, by the type's name. */
  readonly dimensions: ReadonlyMap<string, readonly string[]>;
}

/** A key may be declared on one node of a type and its field stand in another. */
function keysOf(types: readonly FieldsType[], returned: ReadonlyMap<string, string>): Set<string> {
  const keyed = types.flatMap((type) =>
    directives(type, 'key').flatMap((key) =>
      parseFieldSet(String(argument(key, 'fields')), type.name.value, returned).filter((coordinate) =>
        coordinate.startsWith(`${type.name.value}.`),
      ),
    ),
  );
  return new Set(keyed);
}

function dimensionsOf(fields: readonly FieldOfType[]): Map<string, string[]> {
  const counted = fields.filter(({ field }) => directive(field, 'counts'));
  const byType = Map.groupBy(counted, ({ type }) => type.name.value);
  return new Map([...byType].map(([type, places]) => [type, places.map(({ coordinate }) => coordinate)]));
}

function fieldLabel(place: FieldOfType, { subgraph, returned, keys, dimensions }: SchemaContext): FieldLabel {
  const { type, field, coordinate } = place;
  const typeName = type.name.value;
  const fieldSets = ['requires', 'computedFrom'].map((name) => argument(directive(field, name), 'fields'));
  const kind = typeName === 'Mutation' ? 'mutation' : valueKindOf(namedType(field.type));
  return {
    coordinate,
    owner: (argument(directive(field, 'owner'), 'party') ?? argument(directive(type, 'owner'), 'party')) as
      | string
      | undefined,
    sensitivity: argument(directive(field, 'sensitivity'), 'as') as Sensitivity | undefined,
    about: (argument(directive(field, 'about'), 'subjects') as Subject[] | undefined) ?? [],
    kind,
    structural: directive(type, 'structural') !== undefined,
    key: keys.has(coordinate),
    nullable: field.type.kind !== Kind.NON_NULL_TYPE,
    type: namedType(field.type),
    requires: [
      ...fieldSets.flatMap((set) => (set === undefined ? [] : parseFieldSet(String(set), typeName, returned))),
      // A figure per value of a dimension tells the dimension, by its place in the list if by nothing else.
      ...(kind === 'count' ? (dimensions.get(typeName) ?? []).filter((dimension) => dimension !== coordinate) : []),
    ],
    subgraphs: [subgraph],
  };
}

function readInputs(subgraph: string, document: DocumentNode, fields: readonly FieldOfType[]): InputLabel[] {
  const label = (coordinate: string, node: InputValueDefinitionNode): InputLabel => ({
    coordinate,
    subgraph,
    type: namedType(node.type),
    reads: directives(node, 'reads').map((read) => ({
      field: String(argument(read, 'field')),
      at: argument(read, 'at') as string | undefined,
    })),
  });
  const argumentsOfFields = fields.flatMap(({ coordinate, field }) =>
    (field.arguments ?? []).map((node) => label(`${coordinate}(${node.name.value}:)`, node)),
  );
  const inputFields = document.definitions.flatMap((node) =>
    node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION
      ? (node.fields ?? []).map((field) => label(`${node.name.value}.${field.name.value}`, field))
      : [],
  );
  return [...argumentsOfFields, ...inputFields];
}
