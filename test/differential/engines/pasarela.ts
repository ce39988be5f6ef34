import type { QueryPlan } from '@apollo/query-planner';
import { brokenProblems } from '@pasarela/gateway/execute/broken-places';
import { type CompiledStep, compilePlan } from '@pasarela/gateway/execute/compile/compile-plan';
import { compileShape } from '@pasarela/gateway/execute/compile/write-shape';
import { runPlan } from '@pasarela/gateway/execute/run/run-plan';
import { problemOf, problemOfFault } from '@pasarela/gateway/execute/subgraph-problems';
import { withoutUnasked } from '@pasarela/gateway/execute/unasked-errors';
import { withFetchedKeys } from '@pasarela/gateway/fetched-keys';
import type { Problem } from '@pasarela/gateway/request-state';
import { requestError } from '@pasarela/schema/errors';
import { Kind } from 'graphql';
import type { Engine } from '../engine';
import type { MadeFederation } from '../federation/made-federation';
import { type Spoil, SubgraphFetches, unspoiled } from './subgraph-fetches';
import { operationText, walked } from './written-out';

/** Our own: an operation is written out, planned, compiled and run as in the product. */
export const pasarela =
  (federation: MadeFederation, spoil: Spoil = unspoiled): Engine =>
  async (question) => {
    const asked = walked(federation, question);
    const write = compileShape(asked);
    const problems: Problem[] = [];
    const port = portOf(new SubgraphFetches(federation, spoil), asked.variables, problems);
    const plan = planOf(federation, asked);
    const data = plan ? await fetched(federation, plan, port) : {};
    const { text, broken } = write(data, {});
    const subgraphs = [...federation.subgraphs.keys()];
    const told = withoutUnasked(problems, { ...asked, plan, data });
    const all = [...told, ...brokenProblems(broken, told, { subgraphs })];
    return { dataText: text, errors: all.map(({ details, ...error }) => ({ ...error, subgraph: details.subgraph })) };
  };

type Port = Parameters<typeof runPlan<GivenError>>[1];

/** The plan of a walked question; null where nothing is to be fetched. @throws TooComplex. */
export function planOf(federation: MadeFederation, { operation, pruned }: ReturnType<typeof walked>): QueryPlan | null {
  const anything = pruned.selections.some((node) => node.kind !== Kind.FIELD || node.name.value !== '__typename');
  return anything ? federation.plan(operationText(operation, withFetchedKeys(pruned))) : null;
}

const compiledPlans = new WeakMap<QueryPlan, CompiledStep>();

function fetched({ schemas, subgraphs }: MadeFederation, plan: QueryPlan, port: Port): Promise<object> {
  const { supergraphSchema } = schemas;
  const step = compiledPlans.get(plan) ?? compilePlan(plan, { supergraphSchema, subgraphSchemas: subgraphs });
  compiledPlans.set(plan, step);
  return runPlan(step, port);
}

interface GivenError {
  readonly message: string;
  readonly path?: ReadonlyArray<string | number>;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** As the product's own port, without a wire, signatures and evidence. */
function portOf(fetches: SubgraphFetches, variables: Port['variables'], problems: Problem[]): Port {
  return {
    variables,
    async send({ subgraph, openBody, read }) {
      const text = await fetches.send(subgraph, `${openBody}}`);
      const bytes = Buffer.from(text);
      const expected = read?.(bytes);
      if (expected) return { data: () => ({ value: expected, isChecked: true }), errors: [] };
      const { data, errors = [] } = JSON.parse(text) as { data?: unknown; errors?: GivenError[] };
      if (!data && errors.length === 0) throw requestError('SUBGRAPH_INVALID', { subgraph });
      const parsed = () => (JSON.parse(text) as { data?: unknown }).data;
      return { data: () => ({ value: parsed(), isChecked: false }), errors };
    },
    onError(subgraph, error, paths) {
      for (const path of paths?.length ? paths : [error.path])
        problems.push(problemOf(subgraph, error as Parameters<typeof problemOf>[1], path));
    },
    onFault(subgraph, fault) {
      problems.push({ ...problemOfFault(subgraph, fault), path: undefined });
    },
  };
}
