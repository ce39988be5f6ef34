import {
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type InterfaceTypeExtensionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  parse,
  type TypeNode,
} from 'graphql';
import type { Sensitivity, Subject } from '../directives';
import type { FieldLabel, InputLabel, RecordLabel } from './label';
import { parseFieldSet } from './parse-field-set';
import { argument, directive, directives } from './read-directive';
import { readRecords } from './read-records';
import { valueKindOf } from './value-kind';

type FieldsType =
  | ObjectTypeDefinitionNode
  | InterfaceTypeDefinitionNode
  | ObjectTypeExtensionNode
  | InterfaceTypeExtensionNode;

/** One subgraph's labels, read from its own SDL. */
export interface SubgraphLabels {
  readonly fields: readonly FieldLabel[];
  readonly inputs: readonly InputLabel[];
  readonly records: readonly RecordLabel[];
}

/** Reads the labels of one subgraph from its SDL. Fields marked `@external` belong to another and are left out. */
export function readSubgraphLabels(subgraph: string, sdl: string): SubgraphLabels {
  const document = parse(sdl);
  const types = document.definitions.filter(isFieldsType);
  const typeKinds = namedTypeFields(types);
  const fields = types.flatMap((type) =>
    (type.fields ?? [])
      .filter((field) => !directive(field, 'external'))
      .map((field) => fieldLabel({ subgraph, type, field, typeKinds })),
  );
  return { fields, inputs: readInputs(subgraph, document, types), records: readRecords(subgraph, document) };
}

const isFieldsType = (node: { kind: Kind }): node is FieldsType =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION ||
  node.kind === Kind.INTERFACE_TYPE_DEFINITION ||
  node.kind === Kind.OBJECT_TYPE_EXTENSION ||
  node.kind === Kind.INTERFACE_TYPE_EXTENSION;

function namedTypeFields(types: readonly FieldsType[]): Map<string, string> {
  return new Map(
    types.flatMap((type) =>
      (type.fields ?? []).map((field) => [`${type.name.value}.${field.name.value}`, namedType(field.type)] as const),
    ),
  );
}

interface FieldPlace {
  readonly subgraph: string;
  readonly type: FieldsType;
  readonly field: FieldDefinitionNode;
  readonly typeKinds: ReadonlyMap<string, string>;
}

function fieldLabel({ subgraph, type, field, typeKinds }: FieldPlace): FieldLabel {
  const typeName = type.name.value;
  const keys = (type.directives ?? [])
    .filter(({ name }) => name.value === 'key')
    .map((node) => String(argument(node, 'fields')));
  const requires = argument(directive(field, 'requires'), 'fields');
  return {
    coordinate: `${typeName}.${field.name.value}`,
    owner: (argument(directive(field, 'owner'), 'party') ?? argument(directive(type, 'owner'), 'party')) as
      | string
      | undefined,
    sensitivity: argument(directive(field, 'sensitivity'), 'as') as Sensitivity | undefined,
    about: (argument(directive(field, 'about'), 'subjects') as Subject[] | undefined) ?? [],
    kind: typeName === 'Mutation' ? 'mutation' : valueKindOf(namedType(field.type)),
    structural: directive(type, 'structural') !== undefined,
    key: keys.some((fieldSet) =>
      parseFieldSet(fieldSet, typeName, typeKinds).includes(`${typeName}.${field.name.value}`),
    ),
    nullable: field.type.kind !== Kind.NON_NULL_TYPE,
    type: namedType(field.type),
    requires: requires === undefined ? [] : parseFieldSet(String(requires), typeName, typeKinds),
    subgraphs: [subgraph],
  };
}

function readInputs(subgraph: string, document: DocumentNode, types: readonly FieldsType[]): InputLabel[] {
  const label = (coordinate: string, node: InputValueDefinitionNode): InputLabel => ({
    coordinate,
    subgraph,
    type: namedType(node.type),
    reads: directives(node, 'reads').map((read) => ({
      field: String(argument(read, 'field')),
      at: argument(read, 'at') as string | undefined,
    })),
  });
  const argumentsOfFields = types.flatMap((type) =>
    (type.fields ?? []).flatMap((field) =>
      (field.arguments ?? []).map((node) => label(`${type.name.value}.${field.name.value}(${node.name.value}:)`, node)),
    ),
  );
  const inputFields = document.definitions.flatMap((node) =>
    node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION
      ? (node.fields ?? []).map((field) => label(`${node.name.value}.${field.name.value}`, field))
      : [],
  );
  return [...argumentsOfFields, ...inputFields];
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
