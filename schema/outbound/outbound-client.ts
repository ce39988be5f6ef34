import { Agent, buildConnector, type Dispatcher, request } from 'undici';
import { requestError } from '../errors';
import { checkedLookup } from './checked-lookup';
import { collectReply, type WholeReply } from './collect-reply';
import { type OutboundPolicy, placeOf } from './outbound-policy';
import { refusalOfAddress } from './refuse-address';

/** So many addresses are remembered as allowed. */
const MOST_REMEMBERED = 1_000;

/** What is sent to an address. */
export type OutboundRequest = Pick<Dispatcher.RequestOptions, 'method'> & {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  readonly signal: AbortSignal;
};

/** What is posted to an address, and how long its whole reply may take. */
export interface OutboundPost {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timeoutMs: number;
}

/** Calls addresses that the policy allows, over kept-alive connections. */
export class OutboundClient {
  private readonly agent: Agent;
  /** Addresses whose text the policy allows; a policy only ever takes in more. */
  private readonly allowed = new Map<string, { readonly origin: string; readonly path: string }>();

  constructor(
    private readonly policy: OutboundPolicy,
    options: Agent.Options = {},
  ) {
    this.agent = new Agent({ ...options, connect: checkedConnector(policy, options.connectTimeout) });
  }

  /**
   * Sends one request.
   *
   * INVARIANT: to this address and nowhere else: a redirection is an answer like any other, which its receiver refuses.
   * @throws the catalogue's ADDRESS_ codes when it may not be called.
   */
  async request(address: string, { headers, ...sent }: OutboundRequest): Promise<Dispatcher.ResponseData> {
    this.allowedParts(address);
    return request(address, { ...sent, headers: { ...headers }, dispatcher: this.agent });
  }

  /**
   * Posts a body and gives the whole reply.
   *
   * INVARIANT: to this address and nowhere else, like `request`.
   * @throws the catalogue's ADDRESS_ codes when it may not be called, ReplyTooLate.
   */
  async post(address: string, { headers, body, timeoutMs }: OutboundPost): Promise<WholeReply> {
    const { origin, path } = this.allowedParts(address);
    return collectReply(this.agent, { origin, path, method: 'POST', headers: { ...headers }, body }, timeoutMs);
  }

  private allowedParts(address: string): { readonly origin: string; readonly path: string } {
    const known = this.allowed.get(address);
    if (known) return known;
    const refusal = refusalOfAddress(address, this.policy);
    if (refusal) throw requestError(refusal);
    const { origin, pathname, search } = new URL(address);
    const parts = { origin, path: pathname + search };
    if (this.allowed.size < MOST_REMEMBERED) this.allowed.set(address, parts);
    return parts;
  }

  /** Closes every connection. */
  close(): Promise<void> {
    return this.agent.destroy();
  }
}

/** Connects as undici does, but asks for the very connection whether it may be made. */
function checkedConnector(policy: OutboundPolicy, timeout: number | undefined): buildConnector.connector {
  const connectors = new Map<string, buildConnector.connector>();
  return (options, callback) => {
    const { protocol, hostname, port } = options;
    const place = placeOf(new URL(`${protocol}//${hostname}${port ? `:${port}` : ''}`));
    const lookup = checkedLookup(place, policy);
    const connect = connectors.get(place) ?? buildConnector({ lookup, ...(timeout !== undefined && { timeout }) });
    connectors.set(place, connect);
    connect(options, callback);
  };
}
