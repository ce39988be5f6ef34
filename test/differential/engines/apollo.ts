import { executeQueryPlan } from '@apollo/gateway/dist/executeQueryPlan';
import { buildOperationContext } from '@apollo/gateway/dist/operationContext';
import { parse } from 'graphql';
import type { Engine } from '../engine';
import type { MadeFederation } from '../federation/made-federation';
import { SubgraphFetches, unspoiled } from './subgraph-fetches';

const silentLogger = { debug() {}, info() {}, warn() {}, error() {} };

interface ApolloRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName?: string | undefined;
}

/** Apollo's executor on Apollo's plan of the question as it was asked. */
export const apollo =
  (federation: MadeFederation): Engine =>
  async ({ text, variables }) => {
    const { schemas, plan, subgraphs } = federation;
    const document = parse(text);
    const fetches = new SubgraphFetches(federation, unspoiled);
    const process =
      (subgraph: string) =>
      async ({ request }: { request: ApolloRequest }) => {
        const { query, variables: given, operationName } = request;
        return JSON.parse(await fetches.send(subgraph, JSON.stringify({ query, variables: given, operationName })));
      };
    const services = Object.fromEntries([...subgraphs.keys()].map((name) => [name, { process: process(name) }]));
    const operationContext = buildOperationContext({
      schema: schemas.apiSchema,
      operationDocument: document,
      operationName: undefined,
    });
    const requestContext = {
      request: { query: text, variables },
      context: {},
      metrics: { nonFtv1ErrorPaths: [] },
      logger: silentLogger,
    };
    const { data, errors = [] } = await executeQueryPlan(
      plan(text),
      services as never,
      requestContext as never,
      operationContext,
      schemas.supergraphSchema,
      schemas.api,
    );
    return {
      dataText: JSON.stringify(data ?? null),
      errors: errors.map(({ path, extensions }) => ({ path, code: extensions?.code as string | undefined })),
    };
  };
