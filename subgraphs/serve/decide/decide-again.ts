import { decideOperation } from '@pasarela/schema/access/decide-operation';
import type { DecidedField } from '@pasarela/schema/access/decided-operation';
import type { Decider } from '@pasarela/schema/access/decider';
import { requestError } from '@pasarela/schema/errors';
import { type DocumentNode, type GraphQLSchema, getVariableValues, Kind, type OperationDefinitionNode } from 'graphql';

const MAX_FIELDS = 20_000;

/** An operation as a subgraph received it. */
export interface ReceivedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Record<string, unknown>;
}

/**
 * Decides the received operation again, on the owner's side. An honest gateway has pruned it by the same
 * rules, so anything withheld in it means that the two sides differ.
 *
 * INVARIANT: one withheld field or input refuses the whole operation, before anything is read.
 */
export function decideAgain(
  { schema, document, operation, variables }: ReceivedOperation,
  decider: Decider,
): readonly DecidedField[] {
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (coerced.errors) throw requestError('BAD_INPUT', { what: 'a variable does not fit its type' });
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
  const decided = decideOperation({
    schema,
    operation,
    fragments,
    variables: coerced.coerced,
    decider,
    maxFields: MAX_FIELDS,
  });
  const withheld =
    decided.fields.find(({ decision }) => decision.withheld)?.decision ?? decided.withheldInputs[0]?.decision;
  if (withheld)
    throw requestError('WITHHELD', { coordinate: withheld.coordinate, reason: withheld.cap?.id ?? 'no agreement' });
  return decided.fields;
}
