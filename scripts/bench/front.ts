import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ApolloServer, HeaderMap } from '@apollo/server';
import { ApolloServerPluginUsageReportingDisabled } from '@apollo/server/plugin/disabled';
import { EXPORT_LIMITS, Exports } from '@pasarela/gateway/exports/exports';
import { createHttpServer } from '@pasarela/gateway/http/http-server';
import { type ParseTools, parseOperation } from '@pasarela/gateway/parse/parse-operation';
import { Planner } from '@pasarela/gateway/plan/planner';
import type { Authenticated, Received } from '@pasarela/gateway/request-state';
import { respondRefusal } from '@pasarela/gateway/respond/respond';
import { DeciderCache } from '@pasarela/schema/access/decider';
import { loadRuleSet } from '@pasarela/schema/access/load-rule-set';
import { QUERY_LIMITS } from '@pasarela/schema/access/question/limits';
import type { RuleSet } from '@pasarela/schema/access/rule-set';
import { RequesterSchemas } from '@pasarela/schema/access/view/requester-schema';
import { loadContract } from '@pasarela/schema/contract';
import { requestError } from '@pasarela/schema/errors';
import { schemaDirectory } from '@pasarela/schema/package-directory';
import Fastify from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { BenchServer } from './measure';

/** The operation of the comparison; its answer is made beforehand and is about 87 KB. */
export const QUERY =
  '{ darienCrossingsByYear(from: 2010, to: 2024) { year direction count { value state countingParty source } } }';
const ROW = {
  year: 2022,
  direction: 'NORTH',
  count: { value: 248_284, state: 'VALUE', countingParty: 'PAN: SNM', source: 'https://example.invalid/' },
};
const DATA = { darienCrossingsByYear: Array.from({ length: 600 }, () => ROW) };

/** Our own front: HTTP, parse and validate in the requester's schema, answer. */
export async function ownFront(): Promise<BenchServer> {
  const { labels, supergraph } = loadContract();
  const { ruleSet } = loadRuleSet(schemaDirectory, labels);
  const deciders = new DeciderCache();
  const tools = {
    limits: QUERY_LIMITS,
    deciders,
    schemas: new RequesterSchemas(new Planner(supergraph).apiSchema, deciders),
  };
  const directory = mkdtempSync(path.join(tmpdir(), 'pasarela-bench-exports-'));
  const server = await createHttpServer({
    maxBodyBytes: 800_000,
    now: () => new Date(),
    consoleDirectory: schemaDirectory,
    answer: async (received) => answerWith(received, ruleSet, tools),
    refuse: respondRefusal,
    evidence: {
      checkpoint: undefined,
      provenReceiptOf: async () => undefined,
      consistencyProof: async () => undefined,
    },
    ready: async () => true,
    questions: new Map(),
    requireRequester: async () => {
      throw requestError('UNAUTHENTICATED');
    },
    exports: new Exports({
      directory,
      limits: EXPORT_LIMITS,
      now: () => new Date(),
      answer: async (received) => respondRefusal(received, requestError('NOT_FOUND')),
      refuse: respondRefusal,
    }),
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const close = () => server.close().finally(() => rmSync(directory, { recursive: true }));
  return { url: urlOf(server.server.address() as AddressInfo), close };
}

const REQUESTER = {
  party: 'PAN',
  agency: 'SNM',
  id: 'bench',
  roles: ['ANALYST'],
  purposes: ['STATISTICS'],
  assurance: 2,
  issuer: 'bench',
  key: 'key',
  issuedAt: 0,
  expiresAt: 0,
} as const;

function answerWith(received: Received, ruleSet: RuleSet, tools: ParseTools) {
  const request: Authenticated = { ...received, token: '', requester: REQUESTER, purpose: 'STATISTICS' };
  parseOperation(request, ruleSet, tools);
  return { status: 200, body: { data: DATA } };
}

interface LoadedSchema {
  readonly apiSchema: GraphQLSchema;
  readonly coreSupergraphSdl: string;
}

/** A gateway, as Apollo Server asks for one, whose executor answers at once. */
function instantGateway(schema: GraphQLSchema) {
  const listeners: Array<(loaded: LoadedSchema) => void> = [];
  return {
    onSchemaLoadOrUpdate: (listener: (loaded: LoadedSchema) => void) => {
      listeners.push(listener);
      return () => undefined;
    },
    load: async () => {
      for (const listener of listeners) listener({ apiSchema: schema, coreSupergraphSdl: '' });
      return { schema, executor: async () => ({ data: DATA }) };
    },
    stop: async () => undefined,
  };
}

/** Apollo Server 5 behind the same Fastify, its executor answering the same data. */
export async function apolloFront(): Promise<BenchServer> {
  const gateway = instantGateway(new Planner(loadContract().supergraph).apiSchema);
  const apollo = new ApolloServer({
    gateway: gateway as never,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginUsageReportingDisabled()],
  });
  await apollo.start();
  const server = Fastify();
  server.post('/graphql', async (request, reply) => {
    const headers = new HeaderMap(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const httpGraphQLRequest = { method: 'POST', headers, search: '', body: request.body };
    const response = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => ({}) });
    for (const [name, value] of response.headers) reply.header(name, value);
    return reply.code(response.status ?? 200).send(response.body.kind === 'complete' ? response.body.string : '');
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    url: urlOf(server.server.address() as AddressInfo),
    close: async () => {
      await server.close();
      await apollo.stop();
    },
  };
}

const urlOf = ({ port }: AddressInfo): string => `http://127.0.0.1:${port}/graphql`;
