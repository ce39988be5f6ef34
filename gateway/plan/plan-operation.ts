import type { PlanNode, QueryPlan, SubscriptionNode } from '@apollo/query-planner';
import { type DocumentNode, Kind, type OperationDefinitionNode, print, visit } from 'graphql';
import type { Authorized, Planned } from '../request-state';
import type { Planner } from './planner';

/** Plans the pruned operation. Nothing left to fetch: no plan. */
export function planOperation(authorized: Authorized, planner: Planner): Planned {
  const document = prunedDocument(authorized);
  const text = print(document);
  const plan = authorized.decided.fetches ? planner.plan(document, text) : null;
  return {
    ...authorized,
    pruned: { document, text },
    plan,
    subgraphs: plan ? [...new Set(fetchedSubgraphs(plan.node))].sort() : [],
  };
}

/** The operation with its pruned selection; variables that only withheld parts used are gone too. */
function prunedDocument({ operation, decided }: Authorized): DocumentNode {
  const used = new Set<string>();
  visit(decided.selectionSet, { Variable: ({ name }) => void used.add(name.value) });
  const pruned: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: operation.operation,
    variableDefinitions: (operation.variableDefinitions ?? []).filter(({ variable }) => used.has(variable.name.value)),
    selectionSet: decided.selectionSet,
  };
  return { kind: Kind.DOCUMENT, definitions: [pruned] };
}

function fetchedSubgraphs(node: QueryPlan['node'] | PlanNode | SubscriptionNode | undefined): string[] {
  switch (node?.kind) {
    case 'Fetch':
      return [node.serviceName];
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(fetchedSubgraphs);
    case 'Flatten':
      return fetchedSubgraphs(node.node);
    default:
      return [];
  }
}
