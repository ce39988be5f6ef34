import type { Stage } from '../../threats/attack';
import { type DirectFetch, type FetchParts, fetchAsGateway, sendDirect } from '../../threats/forge/gateway-fetch';
import { type Asker, caseOf } from './askers';

/** What a subgraph said to it. */
export interface Said {
  readonly status: number;
  readonly code: string | undefined;
  /** Undefined when there is none in the body, not even a null. */
  readonly data: any;
  /** The whole text, for what could stand in it besides. */
  readonly text: string;
}

/** What it says that is not so. */
export type Lies = Partial<Omit<FetchParts, 'asserted'>> & {
  /** Claims of the assertion, also such as no assertion has. */
  readonly asserted?: Readonly<Record<string, unknown>>;
};

/**
 * A gateway that belongs to an enemy: it holds the true signing key and every pairwise key, and receives the
 * true tokens of requesters. It prunes nothing and says what it likes.
 */
export class HostileGateway {
  private readonly tokens = new Map<string, Promise<string>>();

  constructor(private readonly stage: Stage) {}

  /** Asks a subgraph in a requester's name. */
  async ask(subgraph: string, asker: Asker, query: string, lies: Lies = {}): Promise<Said> {
    return this.send(await this.signed(subgraph, asker, query, lies));
  }

  /** A request with every signature that an honest one has. */
  async signed(subgraph: string, asker: Asker, query: string, { asserted, ...lies }: Lies = {}): Promise<DirectFetch> {
    return fetchAsGateway(this.stage, {
      subgraph,
      query,
      token: await this.token(asker),
      ...lies,
      asserted: { purpose: asker.purpose, ...caseOf(asker), ...asserted },
    });
  }

  /** The requester's true token. */
  token({ as }: Asker): Promise<string> {
    const known = this.tokens.get(as) ?? this.stage.token(as);
    this.tokens.set(as, known);
    return known;
  }

  /** Sends a request as it is, once or again. */
  async send(fetch: DirectFetch): Promise<Said> {
    const { status, text, body } = await sendDirect(this.stage, fetch);
    return { status, text, code: body.errors?.[0]?.extensions?.code, data: body.data };
  }
}
