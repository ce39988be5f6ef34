import { requestError } from '@pasarela/schema/errors';
import {
  EVIDENCE_HEADER,
  type OwnersLeaf,
  readEvidenceHeader,
} from '@pasarela/schema/evidence/recording/evidence-header';
import { ASSERTION_HEADER, signAssertion } from '@pasarela/schema/identity/assertion';
import { FETCH_HEADER, signFetch } from '@pasarela/schema/identity/fetch-signature';
import { tokenDigest } from '@pasarela/schema/identity/verify-token';
import { OutboundClient } from '@pasarela/schema/outbound/outbound-client';
import type { OutboundPolicy } from '@pasarela/schema/outbound/outbound-policy';
import type { CryptoKey } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Authenticated } from '../request-state';

/** A subgraph's address and the key that the gateway shares with it. */
export interface SubgraphPeer {
  readonly url: string;
  readonly pairwiseKey: Uint8Array;
}

/** With what the gateway speaks to subgraphs. */
export interface ClientOptions {
  readonly gateway: string;
  readonly signingKey: CryptoKey;
  readonly peers: ReadonlyMap<string, SubgraphPeer>;
  /** Where connections may be made to. */
  readonly outbound: OutboundPolicy;
  readonly timeoutMs: number;
  readonly maxReplyBytes: number;
  readonly now: () => Date;
}

/** For whom a fetch is made, and under which rules it was decided. */
export interface FetchSubject extends Pick<Authenticated, 'token' | 'purpose' | 'requestId' | 'caseReference'> {
  readonly ruleSetVersion: string;
}

/** One operation for one subgraph. */
export interface SubgraphOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName?: string | undefined;
  /** The subgraph's fields that were asked for and cut out: its owner records what was refused. */
  readonly extensions?: { readonly withheld: readonly string[] };
}

const subgraphReply = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(
      z.object({
        message: z.string().optional(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
        extensions: z.record(z.string(), z.unknown()).optional(),
      }),
    )
    .optional(),
});
/** A subgraph's reply, as JSON of the right shape, and the leaf of the owner's log that it names. */
export interface SubgraphReply extends z.infer<typeof subgraphReply> {
  readonly leaf?: OwnersLeaf | undefined;
}

/** A reply as it arrived. */
interface PostedReply {
  readonly status: number;
  readonly text: string;
  readonly leaf: OwnersLeaf | undefined;
}

/** Assertions hold 30 s; one is used for 20, so that none ends on its way. */
const ASSERTION_REUSE_MS = 20_000;
/** How long a subgraph may take to say that it is ready. */
const READY_PATIENCE_MS = 2_000;

/** Sends operations to subgraphs: signed, bounded, timed, never redirected. */
export class SubgraphClient {
  private readonly outbound: OutboundClient;
  private readonly assertions = new LRUCache<string, Promise<string>>({ max: 5000, ttl: ASSERTION_REUSE_MS });

  constructor(private readonly options: ClientOptions) {
    const { outbound, timeoutMs, maxReplyBytes } = options;
    this.outbound = new OutboundClient(outbound, {
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      connectTimeout: timeoutMs,
      maxResponseSize: maxReplyBytes,
      keepAliveTimeout: 30_000,
    });
  }

  /** Sends one operation. Throws SUBGRAPH_UNAVAILABLE or SUBGRAPH_INVALID, and never an address. */
  async send(subgraph: string, operation: SubgraphOperation, subject: FetchSubject): Promise<SubgraphReply> {
    const peer = this.options.peers.get(subgraph);
    if (!peer) throw requestError('SUBGRAPH_UNAVAILABLE', { subgraph });
    const body = Buffer.from(JSON.stringify(operation));
    const headers = await this.headers(subgraph, peer, body, subject);
    const reply = await this.post(peer.url, headers, body).catch(() => {
      throw requestError('SUBGRAPH_UNAVAILABLE', { subgraph });
    });
    return this.read(subgraph, reply);
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

  private async post(url: string, headers: Record<string, string>, body: Buffer): Promise<PostedReply> {
    const response = await this.outbound.request(url, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(this.options.timeoutMs),
    });
    const leaf = readEvidenceHeader(response.headers[EVIDENCE_HEADER]);
    return { status: response.statusCode, text: await response.body.text(), leaf };
  }

  private read(subgraph: string, { status, text, leaf }: PostedReply): SubgraphReply {
    const parsed = subgraphReply.safeParse(parseJson(text));
    if (status >= 500 || (status >= 300 && status < 400)) throw requestError('SUBGRAPH_UNAVAILABLE', { subgraph });
    if (!parsed.success) throw requestError('SUBGRAPH_INVALID', { subgraph });
    if (parsed.data.errors?.some(({ extensions }) => extensions?.code === 'RULE_SET_CHANGED'))
      throw requestError('RULE_SET_CHANGED');
    if (status === 401) throw requestError('SUBGRAPH_UNAVAILABLE', { subgraph });
    return { ...parsed.data, leaf };
  }

  private async headers(
    subgraph: string,
    { pairwiseKey }: SubgraphPeer,
    body: Buffer,
    subject: FetchSubject,
  ): Promise<Record<string, string>> {
    const assertion = await this.assertion(subgraph, subject);
    return {
      'content-type': 'application/json',
      authorization: `Bearer ${subject.token}`,
      'x-request-id': subject.requestId,
      [ASSERTION_HEADER]: assertion,
      [FETCH_HEADER]: signFetch({ assertion, body }, pairwiseKey, this.options.now()),
    };
  }

  private assertion(
    subgraph: string,
    { token, purpose, caseReference, ruleSetVersion }: FetchSubject,
  ): Promise<string> {
    const digest = tokenDigest(token);
    const name = JSON.stringify([digest, purpose, caseReference, ruleSetVersion, subgraph]);
    const known = this.assertions.get(name);
    if (known) return known;
    const { signingKey: key, gateway, now } = this.options;
    const decidedAt = now().getTime();
    const made = signAssertion(
      { tokenDigest: digest, purpose, ruleSetVersion, decidedAt, ...(caseReference && { caseReference }) },
      { key, gateway, subgraph, now: now() },
    );
    this.assertions.set(name, made);
    return made;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
