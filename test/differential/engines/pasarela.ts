import { brokenProblems } from '@pasarela/gateway/execute/broken-places';
import { compilePlan } from '@pasarela/gateway/execute/compile/compile-plan';
import { compileShape } from '@pasarela/gateway/execute/compile/write-shape';
import { runPlan } from '@pasarela/gateway/execute/run/run-plan';
import { problemOf, problemOfFault } from '@pasarela/gateway/execute/subgraph-problems';
import { withFetchedKeys } from '@pasarela/gateway/fetched-keys';
import type { Problem } from '@pasarela/gateway/request-state';
import type { Decider } from '@pasarela/schema/access/decider';
import { walkOperation } from '@pasarela/schema/access/operation-walk';
import { coerceVariables, fragmentsOf, operationOf } from '@pasarela/schema/access/question/operation-of';
import { requestError } from '@pasarela/schema/errors';
import {
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { Engine, Question } from '../engine';
import type { MadeFederation } from '../federation/made-federation';
import { type Spoil, SubgraphFetches } from './subgraph-fetches';

/** Shows everything. */
const SHOWS_ALL = {
  decideAt: () => ({ withheld: false }),
  ruleSet: { labels: { fields: new Map() }, rowCaps: new Map() },
} as unknown as Decider;

/** Our own: an operation is written out, planned, compiled and run as in the product. */
export const pasarela =
  (federation: MadeFederation, spoil: Spoil = (_, reply) => reply): Engine =>
  async (question) => {
    const { write, pruned, operation, variables } = prepared(federation, question);
    const fetches = new SubgraphFetches(federation, spoil);
    const problems: Problem[] = [];
    const fetched = pruned.selections.some((node) => node.kind !== Kind.FIELD || node.name.value !== '__typename');
    const plan = fetched ? federation.plan(print(prunedDocument(operation, pruned))) : undefined;
    const data = plan
      ? await runPlan(
          compilePlan(plan, {
            supergraphSchema: federation.schemas.supergraphSchema,
            subgraphSchemas: federation.subgraphs,
          }),
          portOf(fetches, variables, problems),
        )
      : {};
    const { text, broken } = write(data, {});
    const subgraphs = [...federation.subgraphs.keys()];
    return { dataText: text, errors: [...problems, ...brokenProblems(broken, problems, { subgraphs })] };
  };

function prepared({ schemas }: MadeFederation, { text, variables: given }: Question) {
  const document = parse(text);
  const operation = operationOf(document, undefined);
  const fragments = fragmentsOf(document);
  const schema = schemas.apiSchema;
  const variables = coerceVariables(schema, operation, given);
  const { selectionSet: pruned } = walkOperation({
    schema,
    operation,
    fragments,
    variables,
    decider: SHOWS_ALL,
    maxFields: 100_000,
  });
  return { pruned, operation, variables, write: compileShape({ schema, operation, fragments, variables, pruned }) };
}

function prunedDocument(
  { operation, variableDefinitions }: OperationDefinitionNode,
  selectionSet: SelectionSetNode,
): DocumentNode {
  const used = new Set<string>();
  visit(selectionSet, { Variable: ({ name }) => void used.add(name.value) });
  const kept = variableDefinitions?.filter(({ variable }) => used.has(variable.name.value)) ?? [];
  const pruned: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation,
    variableDefinitions: kept,
    selectionSet: withFetchedKeys(selectionSet),
  };
  return { kind: Kind.DOCUMENT, definitions: [pruned] };
}

/** As the product's own port, without a wire, signatures and evidence. */
function portOf(
  fetches: SubgraphFetches,
  variables: Readonly<Record<string, unknown>>,
  problems: Problem[],
): Parameters<typeof runPlan<GivenError>>[1] {
  return {
    variables,
    async send({ subgraph, openBody }) {
      const text = await fetches.send(subgraph, `${openBody}}`);
      const { data, errors = [] } = JSON.parse(text) as { data?: unknown; errors?: GivenError[] };
      if (!data && errors.length === 0) throw requestError('SUBGRAPH_INVALID', { subgraph });
      return { data: () => (JSON.parse(text) as { data?: unknown }).data, errors };
    },
    onError(subgraph, error, paths) {
      for (const path of paths?.length ? paths : [error.path]) problems.push(problemOf(subgraph, error as never, path));
    },
    onFault(subgraph, fault) {
      problems.push({ ...problemOfFault(subgraph, fault), path: undefined });
    },
  };
}

interface GivenError {
  readonly message: string;
  readonly path?: ReadonlyArray<string | number>;
  readonly extensions?: Readonly<Record<string, unknown>>;
}
