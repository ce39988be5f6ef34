import type { PlanNode, QueryPlan, SubscriptionNode } from '@apollo/query-planner';
import { Kind, type OperationDefinitionNode, print, type SelectionSetNode, visit } from 'graphql';
import { withFetchedKeys } from '../fetched-keys';
import type { Authorized, Planned } from '../request-state';
import type { Planner } from './planner';

/** Plans the pruned operation. Nothing left to fetch: no plan. @throws TOO_COMPLEX, PLANNING_UNAVAILABLE. */
export async function planOperation(authorized: Authorized, planner: Planner): Promise<Planned> {
  const { party, agency, id } = authorized.requester;
  const pruned = prunedOnce(authorized);
  const plan = authorized.decided.fetches ? await planner.plan(pruned.text, JSON.stringify([party, agency, id])) : null;
  return { ...authorized, pruned, plan, subgraphs: plan ? subgraphsOf(plan) : [] };
}

/**
 * What was pruned before, by what is left of it. INVARIANT: that is made of one operation only, and never changed.
 */
const prunedBefore = new WeakMap<SelectionSetNode, Planned['pruned']>();

function prunedOnce(authorized: Authorized): Planned['pruned'] {
  const { selectionSet } = authorized.decided;
  const known = prunedBefore.get(selectionSet);
  if (known) return known;
  const pruned = prunedOperation(authorized);
  prunedBefore.set(selectionSet, pruned);
  return pruned;
}

/** The operation with its pruned selection, under the keys that are fetched; variables that only withheld parts used are gone too. */
function prunedOperation({ operation, decided }: Authorized): Planned['pruned'] {
  const used = new Set<string>();
  visit(decided.selectionSet, { Variable: ({ name }) => void used.add(name.value) });
  const pruned: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: operation.operation,
    variableDefinitions: (operation.variableDefinitions ?? []).filter(({ variable }) => used.has(variable.name.value)),
    selectionSet: withFetchedKeys(decided.selectionSet),
  };
  const document = { kind: Kind.DOCUMENT as const, definitions: [pruned] };
  return { document, text: print(document) };
}

/** The subgraphs that a plan fetches from, by the plan, which is never changed. */
const subgraphsByPlan = new WeakMap<QueryPlan, readonly string[]>();

function subgraphsOf(plan: QueryPlan): readonly string[] {
  const known = subgraphsByPlan.get(plan);
  if (known) return known;
  const subgraphs = [...new Set(fetchedSubgraphs(plan.node))].sort();
  subgraphsByPlan.set(plan, subgraphs);
  return subgraphs;
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
