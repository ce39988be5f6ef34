import { randomUUID } from 'node:crypto';
import { SubgraphClient, type SubgraphReply } from '@pasarela/gateway/execute/subgraph-client';
import { GATEWAY_NAME } from '@pasarela/gateway/gateway-name';
import { keyFiles, readPrivateKey, readSecret } from '@pasarela/schema/identity/key-files';
import type { Purpose } from '@pasarela/schema/identity/purposes';
import { onlyOwn } from '@pasarela/schema/outbound/outbound-policy';
import { PAIRWISE_BYTES } from '../../development/development-keys';
import { tokenFor } from '../../development/token';
import { MEASURED_DOMAIN } from './measured-domain';

/** Who asks, and for what. */
export interface Asker {
  readonly persona: string;
  readonly purpose: Purpose;
}

/** With what a gateway speaks to the subgraph that is measured. */
export interface SenderOptions {
  readonly url: string;
  readonly dataDirectory: string;
  /** The version of the rules in force: the subgraph has to hold the same. */
  readonly ruleSetVersion: string;
}

const TIMEOUT_MS = 60_000;
const MAX_REPLY_BYTES = 10_000_000;

/** Sends operations as the gateway does: its own client, the requester's token, an assertion, and each body signed. */
export class GatewaySender {
  private readonly tokens = new Map<string, Promise<string>>();

  private constructor(
    private readonly client: SubgraphClient,
    private readonly options: SenderOptions,
  ) {}

  static open(options: SenderOptions): GatewaySender {
    const { url, dataDirectory } = options;
    const { name } = MEASURED_DOMAIN;
    const client = new SubgraphClient({
      gateway: GATEWAY_NAME,
      signingKey: readPrivateKey(keyFiles.gatewayPrivate(dataDirectory)),
      peers: new Map([
        [name, { url, pairwiseKey: readSecret(keyFiles.pairwise(dataDirectory, name), PAIRWISE_BYTES) }],
      ]),
      outbound: onlyOwn([url]),
      timeoutMs: TIMEOUT_MS,
      maxReplyBytes: MAX_REPLY_BYTES,
      now: () => new Date(),
    });
    return new GatewaySender(client, options);
  }

  /** Sends one operation. @throws where it is not answered whole, with the codes alone. */
  async send(body: string, { persona, purpose }: Asker): Promise<SubgraphReply> {
    const { dataDirectory, ruleSetVersion } = this.options;
    const token = this.tokens.get(persona) ?? tokenFor(persona, { dataDirectory });
    this.tokens.set(persona, token);
    const subject = {
      token: await token,
      purpose,
      requestId: randomUUID(),
      caseReference: undefined,
      ruleSetVersion,
    };
    const reply = await this.client.send({ subgraph: MEASURED_DOMAIN.name, body }, subject);
    const codes = reply.errors.map(({ extensions }) => extensions?.code ?? 'without a code');
    if (!reply.data || codes.length > 0) throw new Error(`The subgraph answered with errors: ${codes.join(', ')}.`);
    return reply;
  }

  close(): Promise<void> {
    return this.client.close();
  }
}
