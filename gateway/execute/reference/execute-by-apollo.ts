import { executeQueryPlan } from '@apollo/gateway/dist/executeQueryPlan';
import { buildOperationContext } from '@apollo/gateway/dist/operationContext';
import { requestError } from '@pasarela/schema/errors';
import { type GraphQLObjectType, type GraphQLSchema, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Intended } from '../../request-state';
import { ReplyMismatch } from '../compile/generated-code';
import type { ExecuteTools } from '../execute-tools';
import { introspect } from '../introspect';
import type { RequestFetches } from '../request-fetches';
import { checkReply } from './check-reply';
import { entityBatch } from './entity-batch';
import { restoreShape } from './restore-shape';

type Data = Readonly<Record<string, unknown>>;

/** What Apollo's executor asks a subgraph for. */
interface ApolloRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName?: string | undefined;
}

/** Executes a plan with Apollo's executor, each fetch through our own client: the reference that ours is compared with. */
export async function executeByApollo(intended: Intended, fetches: RequestFetches, tools: ExecuteTools) {
  const data = intended.plan ? await runPlan(intended, fetches, tools) : {};
  const { schema, operation, fragments, coercedVariables: variables } = intended;
  const root = schema.getRootType(operation.operation) as GraphQLObjectType;
  const introspection = introspect(intended);
  const shape = restoreShape(data, operation.selectionSet, root, { schema, fragments, variables, introspection });
  return { dataText: JSON.stringify(shape), broken: [], problems: fetches.problems };
}

async function runPlan(intended: Intended, fetches: RequestFetches, tools: ExecuteTools): Promise<Data | null> {
  const { planner } = tools;
  const services = Object.fromEntries(
    intended.subgraphs.map((subgraph) => [
      subgraph,
      { process: ({ request }: { request: ApolloRequest }) => fetch(subgraph, request, { fetches, tools }) },
    ]),
  );
  const operationContext = buildOperationContext({
    schema: planner.apiSchema,
    operationDocument: intended.pruned.document,
    operationName: undefined,
  });
  const requestContext = {
    request: { query: intended.pruned.text, variables: intended.coercedVariables },
    context: {},
    metrics: undefined,
    logger: silentLogger,
  };
  const { data, extensions } = await executeQueryPlan(
    intended.plan as NonNullable<Intended['plan']>,
    services as never,
    requestContext as never,
    operationContext,
    planner.supergraphSchema,
    planner.api,
  );
  // Apollo reports values that do not fit the schema here, and leaves silent nulls in the data.
  if (extensions && 'valueCompletion' in extensions && fetches.problems.length === 0)
    throw requestError('SUBGRAPH_INVALID', { subgraph: intended.subgraphs.join(', ') });
  return (data as Data | undefined) ?? null;
}

/** Apollo's executor logs upstream texts; ours go to the operational log by code instead. */
const silentLogger = { debug() {}, info() {}, warn() {}, error() {} };

interface Fetching {
  readonly fetches: RequestFetches;
  readonly tools: ExecuteTools;
}

async function fetch(
  subgraph: string,
  { query, variables, operationName }: ApolloRequest,
  { fetches, tools }: Fetching,
) {
  try {
    const batch = entityBatch(variables);
    const openBody = JSON.stringify({ query, variables: batch.variables, operationName }).slice(0, -1);
    const reply = await fetches.send({ subgraph, openBody });
    for (const error of reply.errors) fetches.onError(subgraph, error, undefined);
    const { value: data } = reply.data(true);
    const checked = data ? checkReply(data, parsedOperation(query), schemaOf(subgraph, tools)) : null;
    return { data: checked && batch.spread(checked) };
  } catch (error) {
    fetches.onFault(subgraph, error);
    throw error;
  }
}

function schemaOf(subgraph: string, { subgraphSchemas }: ExecuteTools): GraphQLSchema {
  const schema = subgraphSchemas.get(subgraph);
  if (!schema) throw requestError('SUBGRAPH_UNAVAILABLE', { subgraph });
  return schema;
}

/** Operations of fetches are kept up to this many characters of text in all. */
const operations = new LRUCache<string, OperationDefinitionNode>({
  maxSize: 4_000_000,
  sizeCalculation: (_, query) => query.length,
});

function parsedOperation(query: string): OperationDefinitionNode {
  const known = operations.get(query);
  if (known) return known;
  const operation = parse(query).definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new ReplyMismatch();
  operations.set(query, operation);
  return operation;
}
