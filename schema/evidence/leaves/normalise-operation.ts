import {
  type ArgumentNode,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type NameNode,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
  type TypeNode,
  type ValueNode,
  type VariableDefinitionNode,
  type VariableNode,
} from 'graphql';

/**
 * What an operation asked for, without anything that its author put in: the evidence keeps this text, never the
 * query. Kept are the names that the schema gives (fields, arguments, types, directives) and the order of things.
 * Each value, a whole list or object too, is a numbered variable, declared when it was one; fragments are numbered;
 * aliases, the operation's name, defaults, comments and descriptions are gone, since a person's name fits into each.
 *
 * INVARIANT: the document is valid in the schema, so that every name kept is the schema's. The text is built
 * from what is named here and nothing else: what the language may add one day is left out.
 */
export function normaliseOperation({ definitions }: DocumentNode): string {
  const names: Numbering = { variables: new Map(), fragments: new Map(), hoisted: 0 };
  return print({ kind: Kind.DOCUMENT, definitions: definitions.map((definition) => definitionOf(definition, names)) });
}

/** Numbers given out so far, in the order of the text. */
interface Numbering {
  readonly variables: Map<string, string>;
  readonly fragments: Map<string, string>;
  hoisted: number;
}

const nameOf = (value: string): NameNode => ({ kind: Kind.NAME, value });
const kept = ({ value }: NameNode): NameNode => nameOf(value);
const named = ({ name }: { readonly name: NameNode }) => ({ kind: Kind.NAMED_TYPE as const, name: kept(name) });

function definitionOf(definition: DefinitionNode, names: Numbering): OperationDefinitionNode | FragmentDefinitionNode {
  if (definition.kind === Kind.OPERATION_DEFINITION) return operationOf(definition, names);
  if (definition.kind === Kind.FRAGMENT_DEFINITION) return fragmentOf(definition, names);
  throw new GraphQLError('An operation is normalised, not a schema.');
}

function operationOf(operation: OperationDefinitionNode, names: Numbering): OperationDefinitionNode {
  return {
    kind: Kind.OPERATION_DEFINITION,
    operation: operation.operation,
    variableDefinitions: operation.variableDefinitions?.map((definition) => variableDefinitionOf(definition, names)),
    directives: directivesOf(operation.directives, names),
    selectionSet: selectionSetOf(operation.selectionSet, names),
  };
}

function fragmentOf({ name, typeCondition, ...fragment }: FragmentDefinitionNode, names: Numbering) {
  return {
    kind: Kind.FRAGMENT_DEFINITION as const,
    name: fragmentName(name, names),
    typeCondition: named(typeCondition),
    directives: directivesOf(fragment.directives, names),
    selectionSet: selectionSetOf(fragment.selectionSet, names),
  };
}

const variableDefinitionOf = (
  { variable, type }: VariableDefinitionNode,
  names: Numbering,
): VariableDefinitionNode => ({
  kind: Kind.VARIABLE_DEFINITION,
  variable: variableOf(variable, names),
  type: typeOf(type),
});

function typeOf(type: TypeNode): TypeNode {
  if (type.kind === Kind.NAMED_TYPE) return named(type);
  if (type.kind === Kind.LIST_TYPE) return { kind: Kind.LIST_TYPE, type: typeOf(type.type) };
  return { kind: Kind.NON_NULL_TYPE, type: typeOf(type.type) as Exclude<TypeNode, { kind: Kind.NON_NULL_TYPE }> };
}

const selectionSetOf = ({ selections }: SelectionSetNode, names: Numbering): SelectionSetNode => ({
  kind: Kind.SELECTION_SET,
  selections: selections.map((selection) => selectionOf(selection, names)),
});

function selectionOf(selection: SelectionNode, names: Numbering): SelectionNode {
  if (selection.kind === Kind.FIELD) return fieldOf(selection, names);
  const directives = directivesOf(selection.directives, names);
  if (selection.kind === Kind.FRAGMENT_SPREAD)
    return { kind: Kind.FRAGMENT_SPREAD, name: fragmentName(selection.name, names), directives };
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: selection.typeCondition && named(selection.typeCondition),
    directives,
    selectionSet: selectionSetOf(selection.selectionSet, names),
  };
}

const fieldOf = (field: FieldNode, names: Numbering): FieldNode => ({
  kind: Kind.FIELD,
  name: kept(field.name),
  arguments: argumentsOf(field.arguments, names),
  directives: directivesOf(field.directives, names),
  selectionSet: field.selectionSet && selectionSetOf(field.selectionSet, names),
});

const directivesOf = (directives: readonly (DirectiveNode | ConstDirectiveNode)[] = [], names: Numbering) =>
  directives.map(
    ({ name, arguments: given }): DirectiveNode => ({
      kind: Kind.DIRECTIVE,
      name: kept(name),
      arguments: argumentsOf(given, names),
    }),
  );

const argumentsOf = (given: readonly ArgumentNode[] = [], names: Numbering) =>
  given.map(
    ({ name, value }): ArgumentNode => ({ kind: Kind.ARGUMENT, name: kept(name), value: placeholderOf(value, names) }),
  );

function placeholderOf(value: ValueNode, names: Numbering): VariableNode {
  if (value.kind === Kind.VARIABLE) return variableOf(value, names);
  names.hoisted += 1;
  return { kind: Kind.VARIABLE, name: nameOf(`literal${names.hoisted}`) };
}

const variableOf = ({ name }: VariableNode, { variables }: Numbering): VariableNode => ({
  kind: Kind.VARIABLE,
  name: nameOf(numbered(variables, name.value, 'variable')),
});

const fragmentName = ({ value }: NameNode, { fragments }: Numbering): NameNode =>
  nameOf(numbered(fragments, value, 'Fragment'));

function numbered(given: Map<string, string>, name: string, kind: string): string {
  const number = given.get(name) ?? `${kind}${given.size + 1}`;
  given.set(name, number);
  return number;
}
