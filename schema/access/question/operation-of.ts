import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { requestError } from '../../errors';

/** The operation of a document that is meant. @throws UNKNOWN_OPERATION where none or several could be, UNSUPPORTED_OPERATION. */
export function operationOf(document: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const chosen =
    name === undefined && operations.length === 1
      ? operations[0]
      : operations.find((node) => name !== undefined && node.name?.value === name);
  if (!chosen) throw requestError('UNKNOWN_OPERATION');
  if (chosen.operation === 'subscription') throw requestError('UNSUPPORTED_OPERATION');
  return chosen;
}

/**
 * The values of an operation's variables.
 *
 * INVARIANT: the answer names the variable that does not fit, never its value.
 * @throws BAD_VARIABLES.
 */
export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const coerced: Record<string, unknown> = {};
  for (const definition of operation.variableDefinitions ?? []) {
    const result = getVariableValues(schema, [definition], given, { maxErrors: 1 });
    if (result.errors) throw requestError('BAD_VARIABLES', { name: definition.variable.name.value });
    Object.assign(coerced, result.coerced);
  }
  return coerced;
}

/** The fragments of a document by their names. */
export const fragmentsOf = ({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])),
  );
