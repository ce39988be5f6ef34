import { withFetchedKeys } from '@pasarela/gateway/fetched-keys';
import type { Decider } from '@pasarela/schema/access/decider';
import { walkOperation } from '@pasarela/schema/access/operation-walk';
import { coerceVariables, fragmentsOf, operationOf } from '@pasarela/schema/access/question/operation-of';
import {
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { Question } from '../engine';
import type { MadeFederation } from '../federation/made-federation';

/** Shows everything. */
const SHOWS_ALL = {
  decideAt: () => ({ withheld: false }),
  ruleSet: { labels: { fields: new Map() }, rowCaps: new Map() },
} as unknown as Decider;

/** A question as the product walks through it, nothing of it withheld: no fragments, no conditions, each type by itself. */
export function walked({ schemas: { apiSchema: schema } }: MadeFederation, { text, variables: given }: Question) {
  const document = parse(text);
  const operation = operationOf(document, undefined);
  const fragments = fragmentsOf(document);
  const variables = coerceVariables(schema, operation, given);
  const input = { schema, operation, fragments, variables };
  const { selectionSet } = walkOperation({ ...input, decider: SHOWS_ALL, maxFields: 100_000 });
  return { ...input, pruned: selectionSet };
}

/** An operation's text with other selections; variables that nothing uses any more are gone. */
export function operationText(
  { operation, variableDefinitions }: OperationDefinitionNode,
  selectionSet: SelectionSetNode,
): string {
  const used = new Set<string>();
  visit(selectionSet, { Variable: ({ name }) => void used.add(name.value) });
  const kept = variableDefinitions?.filter(({ variable }) => used.has(variable.name.value)) ?? [];
  const pruned: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation,
    variableDefinitions: kept,
    selectionSet,
  };
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [pruned] };
  return print(document);
}

const NOTHING = {
  query: '{ __typename @skip(if: true) }',
  mutation: 'mutation { __typename @skip(if: true) }',
  subscription: 'subscription { __typename @skip(if: true) }',
} as const;

/** The same question without fragments on interfaces and unions. */
export function writtenOut(federation: MadeFederation, question: Question): Question {
  const { operation, pruned } = walked(federation, question);
  // A set of selections is never empty; conditions may leave nothing of it.
  const text = pruned.selections.length > 0 ? operationText(operation, pruned) : NOTHING[operation.operation];
  return { text, variables: question.variables };
}

/** The same question with keys that no field bears. */
export function withOwnKeys({ text, variables }: Question): Question {
  const renamed = visit(parse(text), { SelectionSet: (set) => withFetchedKeys(set) });
  return { text: print(renamed), variables };
}
