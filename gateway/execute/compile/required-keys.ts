import type { PlanNode, QueryPlan, QueryPlanSelectionNode, SubscriptionNode } from '@apollo/query-planner';

/** The keys of all that any fetch of a plan requires of the objects that it completes, at whatever depth. */
export function requiredKeys({ node }: QueryPlan): ReadonlySet<string> {
  return new Set(node ? keysOf(node) : []);
}

function keysOf(node: PlanNode | SubscriptionNode): string[] {
  if (node.kind === 'Fetch') return (node.requires ?? []).flatMap(selectedKeys);
  if (node.kind === 'Flatten') return keysOf(node.node);
  return 'nodes' in node ? node.nodes.flatMap(keysOf) : [];
}

function selectedKeys(selection: QueryPlanSelectionNode): string[] {
  const own = selection.kind === 'Field' ? [selection.alias ?? selection.name] : [];
  return [...own, ...(selection.selections ?? []).flatMap(selectedKeys)];
}
