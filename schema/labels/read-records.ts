import {
  type ConstDirectiveNode,
  type DocumentNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from 'graphql';
import type { AttributeType, RecordSubject, Sensitivity } from '../directives';
import type { AttributeLabel, RecordLabel } from './label';
import { argument, directive, directives } from './read-directive';
import { namedType } from './subgraph-types';

type ObjectNode = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

/** The record labels of one subgraph: types that say what their rows are, or which attributes they store. */
export function readRecords(subgraph: string, document: DocumentNode): RecordLabel[] {
  return document.definitions
    .filter(
      (node): node is ObjectNode =>
        node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION,
    )
    .filter((node) => directive(node, 'record') || directive(node, 'attribute'))
    .map((node) => recordOf(subgraph, node, enumsOf(document)));
}

type Enums = ReadonlyMap<string, readonly string[]>;

const enumsOf = (document: DocumentNode): Enums =>
  new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.ENUM_TYPE_DEFINITION
        ? [[node.name.value, (node.values ?? []).map(({ name }) => name.value)] as const]
        : [],
    ),
  );

function recordOf(subgraph: string, node: ObjectNode, enums: Enums): RecordLabel {
  const attributes = directives(node, 'attribute').map((attribute) => withValues(attributeOf(attribute), node, enums));
  return {
    type: node.name.value,
    of: argument(directive(node, 'record'), 'of') as RecordSubject | undefined,
    owner: argument(directive(node, 'owner'), 'party') as string | undefined,
    attributes: new Map(attributes.map((attribute) => [attribute.name, attribute])),
    subgraph,
  };
}

function withValues(attribute: AttributeLabel, node: ObjectNode, enums: Enums): AttributeLabel {
  const field = node.fields?.find(({ name }) => name.value === attribute.name);
  const values = field && enums.get(namedType(field.type));
  return values ? { ...attribute, values } : attribute;
}

function attributeOf(node: ConstDirectiveNode): AttributeLabel {
  const name = String(argument(node, 'name'));
  return {
    name,
    path: String(argument(node, 'path') ?? name),
    type: argument(node, 'type') as AttributeType,
    list: argument(node, 'list') === true,
    sensitivity: argument(node, 'as') as Sensitivity,
    // INVARIANT: what is not said to be fixed is taken to change.
    changes: argument(node, 'changes') !== false,
  };
}
