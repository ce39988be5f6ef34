import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
} from 'graphql';

/** A place in a schema with the directives that stand there. */
export interface DirectedPlace {
  /** `schema`, `Type`, `Type.field`, `Type.field(argument:)`, `Enum.VALUE`, `@directive`, `@directive(argument:)`. */
  readonly coordinate: string;
  readonly directives: readonly ConstDirectiveNode[];
}

/** A definition of whatever kind, with the parts that some kinds have. */
type AnyDefinition = DefinitionNode & {
  readonly name?: { readonly value: string };
  readonly directives?: readonly ConstDirectiveNode[];
  readonly fields?: ReadonlyArray<FieldDefinitionNode | InputValueDefinitionNode>;
  readonly values?: readonly EnumValueDefinitionNode[];
  readonly arguments?: readonly InputValueDefinitionNode[];
};

/** Every place in a schema at which a directive can stand. */
export const directedPlaces = (document: DocumentNode): DirectedPlace[] =>
  document.definitions.flatMap((node) => placesOf(node as AnyDefinition));

function placesOf(node: AnyDefinition): DirectedPlace[] {
  const name = node.name?.value ?? 'schema';
  const coordinate = node.kind === Kind.DIRECTIVE_DEFINITION ? `@${name}` : name;
  return [
    { coordinate, directives: node.directives ?? [] },
    ...argumentPlaces(coordinate, node.arguments),
    ...(node.values ?? []).map((value) => ({ coordinate: `${name}.${value.name.value}`, directives: of(value) })),
    ...(node.fields ?? []).flatMap((field) => fieldPlaces(`${name}.${field.name.value}`, field)),
  ];
}

const fieldPlaces = (coordinate: string, field: FieldDefinitionNode | InputValueDefinitionNode): DirectedPlace[] => [
  { coordinate, directives: of(field) },
  ...argumentPlaces(coordinate, 'arguments' in field ? field.arguments : []),
];

const argumentPlaces = (coordinate: string, nodes: readonly InputValueDefinitionNode[] = []): DirectedPlace[] =>
  nodes.map((node) => ({ coordinate: `${coordinate}(${node.name.value}:)`, directives: of(node) }));

const of = ({ directives }: { directives?: readonly ConstDirectiveNode[] | undefined }) => directives ?? [];
