import type { Schema } from '@apollo/federation-internals';
import { executeQueryPlan } from '@apollo/gateway/dist/executeQueryPlan';
import { buildOperationContext } from '@apollo/gateway/dist/operationContext';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { RequestError, requestError } from '@pasarela/schema/errors';
import type { OwnersLeaf } from '@pasarela/schema/evidence/recording/evidence-header';
import { type GraphQLSchema, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Fetched, Intended, Planned, Problem } from '../request-state';
import { checkReply, ReplyMismatch } from './check-reply';
import { CutOutFields } from './cut-out-fields';
import { entityBatch } from './entity-batch';
import type { FetchSubject } from './gateway-statements';
import { introspect } from './introspect';
import type { SubgraphClient, SubgraphOperation, SubgraphReply } from './subgraph-client';
import { unreachedPaths } from './unreached-paths';

/** The supergraph in the forms that Apollo's executor asks for. */
export interface SupergraphSchemas {
  readonly api: Schema;
  readonly apiSchema: GraphQLSchema;
  readonly supergraphSchema: GraphQLSchema;
}

/** What the step works with. */
export interface ExecuteTools {
  readonly planner: SupergraphSchemas;
  readonly client: SubgraphClient;
  /** Each subgraph's own schema, against which its replies are checked. */
  readonly subgraphSchemas: ReadonlyMap<string, GraphQLSchema>;
}

/** Builds the schemas against which replies are checked. @param sdls SDL by subgraph name. */
export function replySchemas(sdls: ReadonlyMap<string, string>): ReadonlyMap<string, GraphQLSchema> {
  return new Map([...sdls].map(([name, sdl]) => [name, buildSubgraphSchema([{ typeDefs: parse(sdl) }])]));
}

/** Operations of fetches are kept up to this many characters of text in all. */
const operations = new LRUCache<string, OperationDefinitionNode>({
  maxSize: 4_000_000,
  sizeCalculation: (_, query) => query.length,
});

/** Fetches and merges by the plan; Apollo's executor does the work, each fetch passes through our client. */
export async function executePlan(planned: Intended, tools: ExecuteTools): Promise<Fetched> {
  const introspection = introspect(planned);
  const fetches = new RequestFetches(planned, tools);
  if (!planned.plan) {
    fetches.tellOthers();
    return { ...planned, data: {}, introspection, problems: [], leaves: [] };
  }
  const { data, extensions } = await runPlan(planned, planned.plan, fetches, tools);
  if (fetches.ruleSetChanged) throw requestError('RULE_SET_CHANGED');
  fetches.tellOthers();
  // Apollo reports values that do not fit the schema here, and leaves silent nulls in the data.
  if (extensions && 'valueCompletion' in extensions && fetches.problems.length === 0)
    throw requestError('SUBGRAPH_INVALID', { subgraph: planned.subgraphs.join(', ') });
  return {
    ...planned,
    data: (data as Record<string, unknown> | undefined) ?? null,
    introspection,
    problems: fetches.problems,
    leaves: fetches.leaves,
  };
}

function runPlan(
  planned: Planned,
  plan: NonNullable<Planned['plan']>,
  fetches: RequestFetches,
  { planner }: ExecuteTools,
) {
  const services = Object.fromEntries(
    planned.subgraphs.map((subgraph) => [
      subgraph,
      { process: ({ request }: { request: unknown }) => fetches.fetch(subgraph, request as SubgraphOperation) },
    ]),
  );
  const operationContext = buildOperationContext({
    schema: planner.apiSchema,
    operationDocument: planned.pruned.document,
    operationName: undefined,
  });
  const requestContext = {
    request: { query: planned.pruned.text, variables: planned.coercedVariables },
    context: {},
    metrics: undefined,
    logger: silentLogger,
  };
  return executeQueryPlan(
    plan,
    services as never,
    requestContext as never,
    operationContext,
    planner.supergraphSchema,
    planner.api,
  );
}

/** Apollo's executor logs upstream texts; ours go to the operational log by code instead. */
const silentLogger = { debug() {}, info() {}, warn() {}, error() {} };

/** The fetches of one request: sends, checks, and keeps what went wrong in the catalogue's terms. */
class RequestFetches {
  readonly problems: Problem[] = [];
  readonly leaves: OwnersLeaf[] = [];
  ruleSetChanged = false;
  private readonly cutOut: CutOutFields;

  constructor(
    private readonly planned: Planned,
    private readonly tools: ExecuteTools,
  ) {
    this.cutOut = new CutOutFields(planned.decided.fields, planned.decider.ruleSet.labels);
  }

  async fetch(subgraph: string, { query, variables, operationName }: SubgraphOperation): Promise<{ data: unknown }> {
    try {
      const batch = entityBatch(variables ?? {});
      const withheld = this.cutOut.take(subgraph);
      const beside = withheld.length > 0 && { extensions: { withheld } };
      const operation = { query, variables: batch.variables, operationName, ...beside };
      const data = this.checked(subgraph, query, await this.tools.client.send(subgraph, operation, this.subject()));
      return { data: data && batch.spread(data) };
    } catch (error) {
      this.report(subgraph, error);
      throw error;
    }
  }

  /**
   * Tells owners from whom nothing is fetched what of theirs was refused. No answer waits for that or fails by it: the
   * gateway's own log holds it too.
   */
  tellOthers(): void {
    const { token: _, ...subject } = this.subject();
    const { requester } = this.planned;
    for (const subgraph of this.cutOut.remaining())
      this.tools.client.report(subgraph, this.cutOut.take(subgraph), { ...subject, requester }).catch(() => undefined);
  }

  private subject(): FetchSubject {
    const { token, purpose, requestId, caseReference, decider } = this.planned;
    return { token, purpose, requestId, caseReference, ruleSetVersion: decider.ruleSet.version };
  }

  private checked(subgraph: string, query: string, reply: SubgraphReply): Record<string, unknown> | null {
    for (const error of reply.errors ?? []) this.problems.push(problemOf(subgraph, error));
    if (reply.data) this.leaves.push(evidenceOf(reply, subgraph));
    if (reply.data) return checkReply(reply.data, parsedOperation(query), this.schemaOf(subgraph));
    // `{"data": null}` without an error would become a silent null.
    if (!reply.errors?.length) throw requestError('SUBGRAPH_INVALID', { subgraph });
    return null;
  }

  private report(subgraph: string, error: unknown): void {
    if (error instanceof RequestError && error.code === 'RULE_SET_CHANGED') this.ruleSetChanged = true;
    else this.problems.push({ ...problemOfFault(subgraph, error), path: undefined, paths: this.unreached(subgraph) });
  }

  private unreached(subgraph: string): string[] {
    const { decided, decider } = this.planned;
    return unreachedPaths(subgraph, decided.fields, decider.ruleSet.labels);
  }

  private schemaOf(subgraph: string): GraphQLSchema {
    const schema = this.tools.subgraphSchemas.get(subgraph);
    if (!schema) throw requestError('SUBGRAPH_UNAVAILABLE', { subgraph });
    return schema;
  }
}

function problemOfFault(subgraph: string, error: unknown): Pick<Problem, 'code' | 'details'> {
  if (error instanceof RequestError) return { code: error.code, details: error.details };
  return { code: error instanceof ReplyMismatch ? 'SUBGRAPH_INVALID' : 'SUBGRAPH_UNAVAILABLE', details: { subgraph } };
}

/** Refusals of the catalogue that a subgraph may pass on to whoever asked; all else is only "unavailable". */
const PASSED_ON = new Set([
  'BAD_PAGE',
  'BAD_CURSOR',
  'BAD_INPUT',
  'VERSION_CONFLICT',
  'REPLY_TOO_LARGE',
  'RULES_INVALID',
  'NOT_YOUR_RULES',
  'UNKNOWN_DRAFT',
  'UNKNOWN_QUESTION',
  'UNKNOWN_PUBLICATION',
  'DRAFT_CLOSED',
  'DRAFT_OUTDATED',
  'OWN_APPROVAL',
  'APPROVAL_NEEDED',
  'CHANGE_DIFFERS',
  'SIGNATURE_REFUSED',
  'PURPOSE_NOT_GRANTED',
  'UNKNOWN_COORDINATE',
  'GRANTED_ALREADY',
  'UNKNOWN_AGENCY',
  'TOO_MANY_ACCESS_REQUESTS',
  'UNKNOWN_ACCESS_REQUEST',
  'ACCESS_REQUEST_CLOSED',
  'UNKNOWN_AGREEMENT',
  'NO_BREAK_GLASS',
  'BREAK_GLASS_UNREVIEWED',
  'BREAK_GLASS_OPEN',
  'TOO_MANY_OPENINGS',
  'UNKNOWN_OPENING',
  'UNKNOWN_RIGHTS_CASE',
  'UNKNOWN_RECORD',
  'RIGHTS_CASE_STATE',
  'RIGHTS_GROUND',
  'RIGHTS_EXTENSION_LATE',
  'UNKNOWN_BATCH',
  'OPENING_STATE',
  'OWN_REVIEW',
  'NOT_YOUR_EVIDENCE',
  'EVIDENCE_BEHIND',
  'STALE_VERSION',
  'UNKNOWN_PERMIT',
  'UNKNOWN_STATISTIC_TABLE',
  'UNKNOWN_COMMITMENT',
  'EVIDENCE_NEEDED',
  'PROBE_CASE_REQUIRED',
  'PROBE_REPEATED',
  'PROBE_CASE_SPENT',
  'PROBE_YEAR_SPENT',
  'UNKNOWN_HIT',
  'NOT_TO_BE_FOUND',
  'OWN_PROBE',
]);

function problemOf(subgraph: string, error: NonNullable<SubgraphReply['errors']>[number]): Problem {
  const code = String(error.extensions?.code ?? '');
  if (!PASSED_ON.has(code)) return { code: 'SUBGRAPH_UNAVAILABLE', details: { subgraph }, path: error.path };
  const details = Object.entries((error.extensions?.details as object | undefined) ?? {}).filter(
    ([, value]) => typeof value === 'string' || typeof value === 'number',
  );
  return { code: code as Problem['code'], details: Object.fromEntries(details), path: error.path };
}

/** INVARIANT: data without the leaf of its owner's log is no answer: nobody could show later that it was given out. */
function evidenceOf({ leaf }: SubgraphReply, subgraph: string): OwnersLeaf {
  if (!leaf || leaf.log !== subgraph) throw requestError('SUBGRAPH_INVALID', { subgraph });
  return leaf;
}

function parsedOperation(query: string): OperationDefinitionNode {
  const known = operations.get(query);
  if (known) return known;
  const operation = parse(query).definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new ReplyMismatch();
  operations.set(query, operation);
  return operation;
}
