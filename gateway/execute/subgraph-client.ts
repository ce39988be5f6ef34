import { requestError } from '@pasarela/schema/errors';
import {
  EVIDENCE_HEADER,
  type OwnersLeaf,
  readEvidenceHeader,
} from '@pasarela/schema/evidence/recording/evidence-header';
import { ASSERTION_HEADER } from '@pasarela/schema/identity/assertion';
import { FETCH_HEADER, signFetch } from '@pasarela/schema/identity/fetch-signature';
import { REPORT_HEADER } from '@pasarela/schema/identity/withheld-report';
import { OutboundClient } from '@pasarela/schema/outbound/outbound-client';
import type { OutboundPolicy } from '@pasarela/schema/outbound/outbound-policy';
import { z } from 'zod';
import { type FetchSubject, GatewayStatements, type ReportSubject, type StatingGateway } from './gateway-statements';
import type { FetchRequest } from './run/run-plan';

/** A subgraph's address and the key that the gateway shares with it. */
export interface SubgraphPeer {
  readonly url: string;
  readonly pairwiseKey: Uint8Array;
}

/** With what the gateway speaks to subgraphs. */
export interface ClientOptions extends StatingGateway {
  readonly peers: ReadonlyMap<string, SubgraphPeer>;
  /** Where connections may be made to. */
  readonly outbound: OutboundPolicy;
  readonly timeoutMs: number;
  readonly maxReplyBytes: number;
}

const subgraphErrors = z.array(
  z.object({
    message: z.string().optional(),
    path: z.array(z.union([z.string(), z.number()])).optional(),
    extensions: z.record(z.string(), z.unknown()).optional(),
  }),
);

/** An error in a subgraph's reply. */
export type SubgraphError = z.infer<typeof subgraphErrors>[number];

/** A subgraph's reply: JSON of the right shape, and the leaf of the owner's log that it names. */
export interface SubgraphReply {
  readonly bytes: Buffer;
  readonly data: object | null | undefined;
  /** Whether the data was read as expected, and so is checked. */
  readonly isChecked: boolean;
  readonly errors: readonly SubgraphError[];
  readonly leaf: OwnersLeaf | undefined;
}

/** An operation as it is sent. */
export interface SentOperation {
  readonly subgraph: string;
  /** JSON. */
  readonly body: string;
  readonly read?: FetchRequest['read'];
}

interface Sent {
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** A reply as it arrived. */
interface PostedReply {
  readonly status: number;
  readonly bytes: Buffer;
  readonly leaf: OwnersLeaf | undefined;
}

/** How long a subgraph may take to say that it is ready. */
const READY_PATIENCE_MS = 2_000;

/** Sends operations to subgraphs: signed, bounded, timed, never redirected. */
export class SubgraphClient {
  private readonly outbound: OutboundClient;
  private readonly statements: GatewayStatements;

  constructor(private readonly options: ClientOptions) {
    const { outbound, timeoutMs, maxReplyBytes } = options;
    this.statements = new GatewayStatements(options);
    this.outbound = new OutboundClient(outbound, {
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      connectTimeout: timeoutMs,
      maxResponseSize: maxReplyBytes,
      keepAliveTimeout: 30_000,
    });
  }

  /** Sends one operation as JSON. Throws SUBGRAPH_UNAVAILABLE or SUBGRAPH_INVALID, and never an address. */
  async send({ subgraph, body, read }: SentOperation, subject: FetchSubject): Promise<SubgraphReply> {
    const peer = this.peer(subgraph);
    const assertion = this.statements.assertion(subgraph, subject);
    const headers = {
      authorization: `Bearer ${subject.token}`,
      [ASSERTION_HEADER]: assertion,
      ...this.signed(body, { assertion, peer, requestId: subject.requestId }),
    };
    return this.read(subgraph, await this.reply(subgraph, peer, { headers, body }), read);
  }

  /**
   * Reports what was withheld to an owner from whom nothing is fetched.
   * INVARIANT: the requester's token does not go there: whoever held it could ask in their name.
   */
  async report(subgraph: string, withheld: readonly string[], subject: ReportSubject): Promise<void> {
    const peer = this.peer(subgraph);
    const body = JSON.stringify({ withheld });
    const assertion = this.statements.report(subgraph, subject);
    const { requestId } = subject;
    const headers = { [REPORT_HEADER]: assertion, ...this.signed(body, { assertion, peer, requestId }) };
    await this.post(new URL('withheld', peer.url).href, headers, body);
  }

  /** Closes every connection. */
  close(): Promise<void> {
    return this.outbound.close();
  }

  /** Whether every subgraph is ready to answer. */
  async allReady(): Promise<boolean> {
    const checks = [...this.options.peers.values()].map(({ url }) => this.isReady(new URL('/health/ready', url)));
    return (await Promise.all(checks)).every(Boolean);
  }

  private async isReady(url: URL): Promise<boolean> {
    try {
      const signal = AbortSignal.timeout(READY_PATIENCE_MS);
      const response = await this.outbound.request(url.href, { method: 'GET', headers: {}, signal });
      await response.body.dump();
      return response.statusCode === 200;
    } catch {
      return false;
    }
  }

  private peer(subgraph: string): SubgraphPeer {
    const peer = this.options.peers.get(subgraph);
    if (!peer) throw requestError('SUBGRAPH_UNAVAILABLE', { subgraph });
    return peer;
  }

  private async reply(subgraph: string, { url }: SubgraphPeer, { headers, body }: Sent): Promise<PostedReply> {
    try {
      return await this.post(url, headers, body);
    } catch {
      throw requestError('SUBGRAPH_UNAVAILABLE', { subgraph });
    }
  }

  private async post(url: string, headers: Record<string, string>, body: string): Promise<PostedReply> {
    const { timeoutMs } = this.options;
    const { status, headers: told, bytes } = await this.outbound.post(url, { headers, body, timeoutMs });
    return { status, bytes, leaf: readEvidenceHeader(told[EVIDENCE_HEADER]) };
  }

  private read(subgraph: string, { status, bytes, leaf }: PostedReply, read: SentOperation['read']): SubgraphReply {
    if (status >= 500 || (status >= 300 && status < 400)) throw requestError('SUBGRAPH_UNAVAILABLE', { subgraph });
    const data = status === 200 ? read?.(bytes) : undefined;
    if (data) return { data, isChecked: true, errors: [], bytes, leaf };
    const reply = readReply(bytes.toString('utf8'));
    if (!reply) throw requestError('SUBGRAPH_INVALID', { subgraph });
    if (reply.errors.some(({ extensions }) => extensions?.code === 'RULE_SET_CHANGED'))
      throw requestError('RULE_SET_CHANGED');
    if (status === 401) throw requestError('SUBGRAPH_UNAVAILABLE', { subgraph });
    return { ...reply, isChecked: false, bytes, leaf };
  }

  /** The headers that every message has. */
  private signed(
    body: string,
    { assertion, peer, requestId }: { assertion: string; peer: SubgraphPeer; requestId: string },
  ): Record<string, string> {
    return {
      'content-type': 'application/json',
      'x-request-id': requestId,
      [FETCH_HEADER]: signFetch({ assertion, body }, peer.pairwiseKey, this.options.now()),
    };
  }
}

/** The reply that a text is; undefined when it is none. */
function readReply(text: string): Pick<SubgraphReply, 'data' | 'errors'> | undefined {
  const reply = parseJson(text);
  if (!isObject(reply)) return undefined;
  const { data, errors: stated } = reply as { readonly data?: unknown; readonly errors?: unknown };
  const errors = stated === undefined ? { success: true as const, data: [] } : subgraphErrors.safeParse(stated);
  if (!errors.success || !(data === undefined || data === null || isObject(data))) return undefined;
  return { data, errors: errors.data };
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
