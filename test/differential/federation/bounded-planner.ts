import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import type { BuildPlan } from '@pasarela/gateway/plan/build-plan';
import { parse } from 'graphql';

/** Interfaces within interfaces have the planner weigh millions of ways: the product ends that by time and memory. */
const MOST_WAYS = 400;

/** A question that is too much for the planner. */
export class TooComplex extends Error {}

/** Apollo's planner as the product uses it, ended by a count instead of a clock. @throws TooComplex. */
export function boundedPlanner(supergraphSdl: string): BuildPlan {
  const supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: false });
  const api = supergraph.apiSchema();
  const planner = new QueryPlanner(supergraph, { debug: { pathsLimit: MOST_WAYS } });
  // A question is asked again with other faults.
  let last: { readonly text: string; readonly plan: QueryPlan } | undefined;
  return (text) => {
    if (last?.text === text) return last.plan;
    const operation = operationFromDocument(api, parse(text));
    try {
      last = { text, plan: planner.buildQueryPlan(operation) };
      return last.plan;
    } catch (fault) {
      if (fault instanceof Error && fault.message.startsWith('Too many options')) throw new TooComplex();
      throw fault;
    }
  };
}
