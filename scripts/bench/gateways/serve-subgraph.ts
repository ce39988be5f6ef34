import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { EVIDENCE_HEADER, evidenceHeader } from '@pasarela/schema/evidence/recording/evidence-header';
import type { RequestVerifier } from '@pasarela/serve/verify/verify-request';
import { type GraphQLSchema, graphql, parse } from 'graphql';

/** A subgraph of the benchmark that is to be served. */
export interface ServedSubgraph {
  readonly name: string;
  readonly sdl: string;
  /** By type and field, over rows in memory. */
  readonly resolvers: object;
  /** Verifies every fetch, where the gateway is ours. */
  readonly verifier?: RequestVerifier | undefined;
}

/** What subgraphs did so far. */
export interface SubgraphCounts {
  /** Fetches that were answered. */
  fetches: number;
  /** Those among them that graphql-js had to answer: the first with their very body. */
  executed: number;
}

/** A subgraph that answers: the first fetch with a body by graphql-js, all that follow from what that answered. */
export class BenchmarkSubgraph {
  private readonly schema: GraphQLSchema;
  private readonly replies = new Map<string, Buffer>();
  private leaves = 0;
  private readonly server: Server;

  constructor(
    private readonly served: ServedSubgraph,
    private readonly counts: SubgraphCounts,
  ) {
    const { sdl, resolvers } = served;
    this.schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
    this.server = createServer({ keepAliveTimeout: 0 }, (request, response) => this.receive(request, response));
  }

  get name(): string {
    return this.served.name;
  }

  /** The longest body that it was fetched with. */
  get longestBody(): string {
    const bodies = [...this.replies.keys()].map((key) => Buffer.from(key, 'latin1').toString('utf8'));
    return bodies.reduce((longest, body) => (body.length > longest.length ? body : longest), '');
  }

  /** Listens on a free port; its address. */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/graphql`;
  }

  private receive(request: IncomingMessage, response: ServerResponse): void {
    if (request.method === 'GET') return void response.writeHead(200).end('{"ready":true}');
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => void parts.push(part));
    request.on('end', () => {
      const body = parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
      this.answer(request, body).then(
        (reply) => this.send(response, reply),
        (error: Error) => response.writeHead(500).end(JSON.stringify({ errors: [{ message: error.message }] })),
      );
    });
  }

  private async answer({ headers }: IncomingMessage, body: Buffer): Promise<Buffer> {
    await this.served.verifier?.verify(headers, body);
    this.counts.fetches += 1;
    const key = body.toString('latin1');
    return this.replies.get(key) ?? this.execute(body, key);
  }

  private async execute(body: Buffer, key: string): Promise<Buffer> {
    this.counts.executed += 1;
    const { query, variables, operationName } = JSON.parse(body.toString('utf8'));
    const result = await graphql({
      schema: this.schema,
      source: query,
      variableValues: variables ?? undefined,
      operationName: operationName ?? undefined,
    });
    const reply = Buffer.from(JSON.stringify(result));
    this.replies.set(key, reply);
    return reply;
  }

  private send(response: ServerResponse, reply: Buffer): void {
    const headers = { 'content-type': 'application/json', 'content-length': reply.length };
    response.writeHead(200, this.served.verifier ? { ...headers, ...this.evidence() } : headers).end(reply);
  }

  /** Names a leaf of the owner's log, as a subgraph of ours does. No log is kept here: an owner's disk is not measured. */
  private evidence(): Record<string, string> {
    const index = this.leaves++;
    return { [EVIDENCE_HEADER]: evidenceHeader({ log: this.served.name, index, leafHash: LEAF_HASH }) };
  }
}

const LEAF_HASH = createHash('sha256').update('the benchmark').digest('base64url');
