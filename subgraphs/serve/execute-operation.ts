import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from '@apollo/server/plugin/disabled';
import type { DecidedField } from '@pasarela/schema/access/decided-operation';
import type { Decider } from '@pasarela/schema/access/decider';
import { ERRORS, type ErrorCode, RequestError, requestError } from '@pasarela/schema/errors';
import { type GraphQLFormattedError, type GraphQLSchema, Kind } from 'graphql';
import { decideAgain } from './decide/decide-again';
import type { ServeContext } from './domain/serve-context';
import type { FetchEvidence } from './evidence/fetch-evidence';

/** The context of one operation: what resolvers see, and what the decision step needs and leaves behind. */
export interface OperationContext extends ServeContext {
  readonly decider: Decider;
  /** INVARIANT: one array for the whole request, because Apollo copies the context and would lose what is set on it. */
  readonly decided: DecidedField[];
  readonly evidence: Pick<FetchEvidence, 'before' | 'acknowledge'>;
}

/** Is told of what is no refusal: a fault of ours. */
export type FaultListener = (error: unknown) => void;

/** One plugin, its steps awaited in order: same-named hooks of several plugins would run at once. */
const decidePlugin: ApolloServerPlugin<OperationContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, request, contextValue }) => {
      if (!operation) throw requestError('UNKNOWN_OPERATION');
      const fields = decideAgain(
        { schema, document, operation, variables: request.variables ?? {} },
        contextValue.decider,
      );
      contextValue.decided.push(...fields);
      const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
      const { labels } = contextValue.decider.ruleSet;
      await contextValue.evidence.before({ operation, fragments, fields, labels });
    },
  }),
};

/** Makes the engine of a subgraph. It answers no introspection: the contract is committed, not asked for. */
export function createEngine(schema: GraphQLSchema, onFault: FaultListener): ApolloServer<OperationContext> {
  return new ApolloServer<OperationContext>({
    schema,
    introspection: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    // Apollo's own plugins would be called for every field of every record, for what nobody here reads.
    plugins: [decidePlugin, ApolloServerPluginInlineTraceDisabled(), ApolloServerPluginCacheControlDisabled()],
    formatError: (_, error) => allowedError(error, onFault),
  });
}

/** INVARIANT: an allow-list. A refusal of the catalogue passes; of anything else only that it happened. */
function allowedError(error: unknown, onFault: FaultListener): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  if (original instanceof RequestError) return refusalOf(original);
  const code = (error as { extensions?: { code?: unknown } }).extensions?.code;
  if (code === 'GRAPHQL_VALIDATION_FAILED' || code === 'GRAPHQL_PARSE_FAILED')
    return refusalOf(requestError('BAD_INPUT', { what: 'something in the query does not fit its type' }));
  onFault(original);
  const path = (error as { path?: ReadonlyArray<string | number> }).path;
  return { message: 'The subgraph could not answer.', ...(path && { path }), extensions: { code: 'INTERNAL' } };
}

const refusalOf = ({ message, code, details }: RequestError): GraphQLFormattedError => ({
  message,
  extensions: { code, details },
});

/** A GraphQL request as its JSON body holds it. */
export interface OperationRequest {
  readonly query: string;
  readonly variables?: Record<string, unknown> | undefined;
  readonly operationName?: string | undefined;
}

/** What an operation came to: an HTTP status and a body. */
export interface OperationReply {
  readonly status: number;
  readonly body: { readonly data?: unknown; readonly errors?: readonly GraphQLFormattedError[] };
}

/** Decides and executes one operation. */
export async function executeOperation(
  engine: ApolloServer<OperationContext>,
  request: OperationRequest,
  contextValue: OperationContext,
): Promise<OperationReply> {
  const response = await engine.executeOperation(
    { ...request, http: { method: 'POST', headers: new HeaderMap(), search: '', body: '' } as never },
    { contextValue },
  );
  const body = response.body.kind === 'single' ? response.body.singleResult : { errors: [] };
  return {
    status: body.data === undefined ? (refusalStatus(body.errors) ?? response.http.status ?? 200) : 200,
    body: { ...(body.data !== undefined && { data: body.data }), ...(body.errors && { errors: body.errors }) },
  };
}

/** The status of the refusal that an operation came to: Apollo takes whatever is thrown before execution for a 500. */
function refusalStatus(errors: readonly GraphQLFormattedError[] | undefined): number | undefined {
  const code = errors?.[0]?.extensions?.code;
  return typeof code === 'string' && Object.hasOwn(ERRORS, code) ? ERRORS[code as ErrorCode].status : undefined;
}
