import { Agent, buildConnector, type Dispatcher, request } from 'undici';
import { requestError } from '../errors';
import { checkedLookup } from './checked-lookup';
import { type OutboundPolicy, placeOf } from './outbound-policy';
import { refusalOfAddress } from './refuse-address';

/** What is sent to an address. */
export type OutboundRequest = Pick<Dispatcher.RequestOptions, 'method'> & {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  readonly signal: AbortSignal;
};

/** Calls addresses that the policy allows, over kept-alive connections. */
export class OutboundClient {
  private readonly agent: Agent;

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
    const refusal = refusalOfAddress(address, this.policy);
    if (refusal) throw requestError(refusal);
    return request(address, { ...sent, headers: { ...headers }, dispatcher: this.agent });
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
