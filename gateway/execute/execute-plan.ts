import type { QueryPlan } from '@apollo/query-planner';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { requestError } from '@pasarela/schema/errors';
import { type GraphQLSchema, parse, type SelectionSetNode } from 'graphql';
import type { Fetched, Intended, Problem } from '../request-state';
import { brokenProblems } from './broken-places';
import { type CompiledStep, compilePlan } from './compile/compile-plan';
import { compileShape, type WriteShape } from './compile/write-shape';
import type { ExecuteTools } from './execute-tools';
import { introspect } from './introspect';
import { utf8Of } from './json-text';
import { executeByApollo } from './reference/execute-by-apollo';
import { RequestFetches } from './request-fetches';
import { runPlan } from './run/run-plan';
import { withoutUnasked } from './unasked-errors';

/** Builds the schemas against which replies are checked. @param sdls SDL by subgraph name. */
export function replySchemas(sdls: ReadonlyMap<string, string>): ReadonlyMap<string, GraphQLSchema> {
  return new Map([...sdls].map(([name, sdl]) => [name, buildSubgraphSchema([{ typeDefs: parse(sdl) }])]));
}

/** Fetches by the plan, merges, and writes the data in the shape of the question. */
export async function executePlan(intended: Intended, tools: ExecuteTools): Promise<Fetched> {
  const fetches = new RequestFetches(intended, tools.client);
  const {
    dataText,
    broken,
    problems: told,
  } = await (tools.executor === 'apollo'
    ? executeByApollo(intended, fetches, tools)
    : executeCompiled(intended, fetches, tools));
  if (fetches.ruleSetChanged) throw requestError('RULE_SET_CHANGED');
  fetches.tellOthers();
  const problems: readonly Problem[] = [...told, ...brokenProblems(broken, told, intended)];
  return { ...intended, dataBytes: utf8Of(dataText), problems, leaves: fetches.leaves };
}

async function executeCompiled(intended: Intended, fetches: RequestFetches, tools: ExecuteTools) {
  const write = shapeOf(intended);
  const data = intended.plan ? await runPlan(stepsOf(intended.plan, tools), fetches) : {};
  const { text, broken } = write(data, introspect(intended));
  const asked = { ...intended, pruned: intended.decided.selectionSet, data };
  return { dataText: text, broken, problems: withoutUnasked(fetches.problems, asked) };
}

/** Each plan is compiled once, and forgotten with it. */
const compiledPlans = new WeakMap<QueryPlan, CompiledStep>();

function stepsOf(plan: QueryPlan, { planner, subgraphSchemas }: ExecuteTools): CompiledStep {
  const known = compiledPlans.get(plan);
  if (known) return known;
  const compiled = compilePlan(plan, { supergraphSchema: planner.supergraphSchema, subgraphSchemas });
  compiledPlans.set(plan, compiled);
  return compiled;
}

/**
 * Each shape is compiled once, and forgotten with what was left of its question: that is made once for an operation,
 * the values of its conditions and a decider.
 */
const compiledShapes = new WeakMap<SelectionSetNode, WriteShape>();

function shapeOf({ decided, schema, operation, fragments, coercedVariables: variables }: Intended): WriteShape {
  const pruned = decided.selectionSet;
  const known = compiledShapes.get(pruned);
  if (known) return known;
  const compiled = compileShape({ schema, operation, fragments, variables, pruned });
  compiledShapes.set(pruned, compiled);
  return compiled;
}
